package io.minewatch.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.e2e.kubernetes.Manifests.Manifest;
import io.minewatch.e2e.kubernetes.Manifests.Program;
import io.minewatch.jobs.app.JobPlan;
import io.minewatch.jobs.app.JobsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The manifests of the jobs, held to what the programs say of themselves. */
class JobManifestsTest {
  /** Job manager and task manager of one job may stand on one machine, those of both never. */
  @Test
  void thePairStandsOnMachinesOfItsOwn() throws IOException {
    Map<String, JsonNode> pods = new TreeMap<>();
    for (Manifest each : Manifests.all()) {
      JsonNode pod = each.of().path("spec").path("podTemplate");
      JsonNode labels = pod.path("metadata").path("labels");
      if (labels.path("pair").asText().equals("judge")) {
        pods.put(labels.path("member").asText(), pod);
      }
    }
    assertThat(pods).containsOnlyKeys("judge", "judge-2");
    for (Map.Entry<String, JsonNode> each : pods.entrySet()) {
      JsonNode apart =
          each.getValue()
              .at(
                  "/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0");
      String other = each.getKey().equals("judge") ? "judge-2" : "judge";
      assertThat(apart.path("topologyKey").asText()).isEqualTo("kubernetes.io/hostname");
      assertThat(apart.at("/labelSelector/matchLabels").toString())
          .isEqualTo("{\"pair\":\"judge\",\"member\":\"" + other + "\"}");
    }
  }

  /** A job's graph lies there with its secrets in it. */
  @Test
  void noJobSeesTheStateOfAnother() throws IOException {
    Set<String> claims = new TreeSet<>();
    for (Manifest each : Manifests.all()) {
      if (each.kind().equals("PersistentVolumeClaim")) {
        claims.add(each.of().path("metadata").path("name").asText());
      }
    }
    Set<String> mounted = new TreeSet<>();
    for (Program each : Manifests.programs()) {
      for (JsonNode volume : each.pod().path("volumes")) {
        JsonNode claim = volume.path("persistentVolumeClaim").path("claimName");
        assertThat(claim.isMissingNode() || mounted.add(claim.asText()))
            .as(each + " has a claim of its own")
            .isTrue();
      }
    }
    assertThat(mounted).containsExactly("archive-state", "judge-2-state", "judge-state");
    assertThat(mounted).isEqualTo(claims);
  }

  /** The settings are those that the program knows: it refuses others. */
  @Test
  void theJobsTakeTheirSettingsAndThePairSharesNeitherSessionsNorState() throws IOException {
    Map<String, JobsSettings> told = new TreeMap<>();
    for (Program each : Manifests.programs()) {
      if (each.manifest().kind().equals("FlinkDeployment")) {
        JsonNode job = each.manifest().of().path("spec").path("job");
        assertThat(job.path("entryClass").asText()).isEqualTo("io.minewatch.jobs.app.JobsMain");
        assertThat(job.path("args").path(3).asText()).isEqualTo("--application");
        JobsSettings settings = JobsSettings.read(null, environment(each));
        assertThat(settings.parallelism()).isEqualTo(job.path("parallelism").asInt());
        assertKeepsCheckpointsWhereTheOperatorLooks(each.manifest().of().path("spec"), settings);
        told.put(each.manifest().of().path("metadata").path("name").asText(), settings);
      }
    }
    assertThat(told).containsOnlyKeys("archive", "judge", "judge-2");
    assertThat(told.get("archive").series()).isNotNull();
    JobsSettings one = told.get("judge");
    JobsSettings two = told.get("judge-2");
    assertThat(one.broker().clientId()).isNotEqualTo(two.broker().clientId());
    assertThat(one.state()).isNotEqualTo(two.state());
    assertThat(one.broker().user()).isEqualTo(two.broker().user());
  }

  /**
   * The operator refuses {@code last-state} where no folder is told, and looks into that folder.
   */
  private static void assertKeepsCheckpointsWhereTheOperatorLooks(
      JsonNode spec, JobsSettings settings) {
    JsonNode flink = spec.path("flinkConfiguration");
    assertThat(spec.path("job").path("upgradeMode").asText()).isEqualTo("last-state");
    assertThat(flink.path("high-availability.type").asText()).isEqualTo("kubernetes");
    String job = spec.path("job").path("args").path(0).asText();
    JobPlan plan = new JobPlan(job, settings.state(), Duration.ofSeconds(1), 1, env -> {});
    assertThat(flink.path("execution.checkpointing.dir").asText())
        .isEqualTo("file://" + plan.checkpoints());
  }

  private static Map<String, String> environment(Program program) throws IOException {
    Map<String, String> all = new TreeMap<>();
    Manifests.one("ConfigMap minewatch-settings")
        .path("data")
        .properties()
        .forEach(one -> all.put(one.getKey(), one.getValue().asText()));
    Path secret = Files.createTempFile("a-secret", ".txt");
    Files.writeString(secret, "a secret of tests, told to nobody");
    secret.toFile().deleteOnExit();
    program
        .container()
        .path("env")
        .forEach(
            each -> {
              String value = each.path("value").asText();
              boolean isFile = each.path("name").asText().endsWith("_FILE");
              all.put(each.path("name").asText(), isFile ? secret.toString() : value);
            });
    return all;
  }
}
