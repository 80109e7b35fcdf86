package io.minewatch.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.e2e.compose.Yamls;
import io.minewatch.jobs.app.JobPlan;
import io.minewatch.jobs.app.JobsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests for Kubernetes, held to the schemas and to what we ask of every program. */
class ManifestsTest {
  private static final Path FOLDER = Path.of("../deploy/kubernetes");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MOUNT = "/run/secrets/minewatch/";

  /** A manifest, called by its file, kind and name. */
  record Manifest(String file, JsonNode of) {
    @Override
    public String toString() {
      return file + ": " + kind() + " " + of.path("metadata").path("name").asText();
    }

    String kind() {
      return of.path("kind").asText();
    }
  }

  /** What runs: its pod, and the one container of it. */
  record Program(Manifest manifest, JsonNode pod) {
    JsonNode container() {
      return pod.path("containers").path(0);
    }

    @Override
    public String toString() {
      return manifest.toString();
    }
  }

  static List<Manifest> manifests() throws IOException {
    List<Manifest> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals("kustomization.yaml")) {
          for (Object each : Yamls.all(Files.readString(file))) {
            all.add(new Manifest(name, JSON.valueToTree(each)));
          }
        }
      }
    }
    return all;
  }

  static List<Program> programs() throws IOException {
    List<Program> all = new ArrayList<>();
    for (Manifest each : manifests()) {
      JsonNode spec = each.of().path("spec");
      switch (each.kind()) {
        case "Deployment", "StatefulSet" ->
            all.add(new Program(each, spec.path("template").path("spec")));
        case "FlinkDeployment" -> all.add(new Program(each, spec.path("podTemplate").path("spec")));
        default -> {}
      }
    }
    return all;
  }

  @Test
  void theWholeProductIsThereAndEveryFileIsApplied() throws IOException {
    Set<String> programs = new TreeSet<>();
    programs().forEach(each -> programs.add(each.toString()));
    assertThat(programs)
        .containsExactly(
            "alerting.yaml: Deployment alerting",
            "archive.yaml: FlinkDeployment archive",
            "broker.yaml: StatefulSet broker",
            "judge-2.yaml: FlinkDeployment judge-2",
            "judge.yaml: FlinkDeployment judge");
    JsonNode listed =
        JSON.valueToTree(Yamls.all(Files.readString(FOLDER.resolve("kustomization.yaml"))).get(0));
    Set<String> files = new TreeSet<>();
    listed.path("resources").forEach(each -> files.add(each.asText()));
    Set<String> there = new TreeSet<>();
    manifests().forEach(each -> there.add(each.file()));
    assertThat(files).isEqualTo(there);
  }

  @Test
  void everyManifestIsValidAndOneWithAWrongFieldIsNot() throws IOException {
    Schemas schemas = new Schemas();
    for (Manifest each : manifests()) {
      assertThat(schemas.problems(each.of())).as(each.toString()).isEmpty();
      JsonNode wrong = each.of().deepCopy();
      JsonNode part = wrong.path("spec").isObject() ? wrong.path("spec") : wrong;
      ((ObjectNode) part).put("noSuchField", 1);
      assertThat(schemas.problems(wrong)).as(each + " with a field of nobody").isNotEmpty();
    }
    for (Program each : programs()) {
      JsonNode root = each.manifest().of();
      ((ObjectNode) each.container()).put("imagePullPolice", "Always");
      assertThat(schemas.problems(root)).as(each + ", deep inside").isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runsAsNobodySpecialWithinLimits(Program program) {
    JsonNode pod = program.pod().path("securityContext");
    assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.path("runAsUser").asInt()).isPositive();
    assertThat(pod.path("seccompProfile").path("type").asText()).isEqualTo("RuntimeDefault");
    JsonNode container = program.container().path("securityContext");
    assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.path("capabilities").path("drop").path(0).asText()).isEqualTo("ALL");
    assertThat(program.pod().toString()).doesNotContain("hostPath", "hostNetwork", "privileged");
    if (program.manifest().kind().equals("FlinkDeployment")) {
      for (String part : List.of("jobManager", "taskManager")) {
        JsonNode resource = program.manifest().of().path("spec").path(part).path("resource");
        assertThat(resource.path("memory").asText()).as(part).matches("\\d+m");
        assertThat(resource.path("cpu").asDouble()).as(part).isPositive();
      }
    } else {
      assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(program.container().path("resources").path("limits").path("memory").asText())
          .isNotEmpty();
      assertThat(program.pod().path("automountServiceAccountToken").asBoolean(true)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void isAskedWhetherItLives(Program program) {
    List<JsonNode> asked = new ArrayList<>();
    if (program.manifest().kind().equals("FlinkDeployment")) {
      for (String part : List.of("jobManager", "taskManager")) {
        JsonNode spec = program.manifest().of().path("spec").path(part).path("podTemplate");
        asked.add(spec.path("spec").path("containers").path(0));
      }
    } else {
      asked.add(program.container());
      assertThat(program.container().has("readinessProbe")).isTrue();
    }
    for (JsonNode each : asked) {
      assertThat(each.has("startupProbe")).isTrue();
      assertThat(each.has("livenessProbe")).isTrue();
    }
  }

  /** The secrets are files, made by one command, and each program sees its own alone. */
  @ParameterizedTest
  @MethodSource("programs")
  void seesTheSecretsThatItNamesAndNoOthers(Program program) throws IOException {
    String secret = "";
    for (JsonNode volume : program.pod().path("volumes")) {
      secret = volume.path("secret").path("secretName").asText(secret);
    }
    Set<String> named = new TreeSet<>();
    Matcher files = Pattern.compile(MOUNT + "([a-z_]+)").matcher(program.pod().toString());
    while (files.find()) {
      named.add(files.group(1));
    }
    if (program.toString().contains("alerting")) {
      named.add("broker_trust"); // named by alerting's own file
    }
    assertThat(named).isNotEmpty();
    String maker = Files.readString(FOLDER.resolve("secrets.sh")).replace("\\\n", " ");
    Matcher made = Pattern.compile("(?m)^secret " + secret + " (.*)$").matcher(maker);
    assertThat(made.find()).as("secrets.sh makes " + secret).isTrue();
    assertThat(Set.of(made.group(1).strip().split("\\s+"))).isEqualTo(named);
    program
        .container()
        .path("env")
        .forEach(
            each ->
                assertThat(each.path("name").asText())
                    .doesNotMatch(".*(PASSWORD|TOKEN|SECRET|ROOT_KEY)"));
  }

  /** Job manager and task manager of one job may stand on one machine, those of both never. */
  @Test
  void thePairStandsOnMachinesOfItsOwn() throws IOException {
    Map<String, JsonNode> pods = new TreeMap<>();
    for (Manifest each : manifests()) {
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
              .at("/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0");
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
    for (Manifest each : manifests()) {
      if (each.kind().equals("PersistentVolumeClaim")) {
        claims.add(each.of().path("metadata").path("name").asText());
      }
    }
    Set<String> mounted = new TreeSet<>();
    for (Program each : programs()) {
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

  /** Everybody comes from one address: that it is a proxy's must be said, and none else comes in. */
  @Test
  void theConsoleComesThroughAnIngressThatMustBeNamed() throws IOException {
    JsonNode settings = manifest("ConfigMap alerting").path("data").path("alerting.yaml");
    JsonNode told = JSON.valueToTree(Yamls.all(settings.asText()).get(0));
    String proxies = told.path("http").path("proxies").asText();
    assertThat(proxies).contains("FILL IN");
    assertThatThrownBy(() -> Pattern.compile(proxies))
        .as("alerting does not start with it")
        .isInstanceOf(PatternSyntaxException.class);
    JsonNode let = manifest("NetworkPolicy alerting").path("spec").path("ingress");
    assertThat(let).hasSize(1);
    assertThat(let.path(0).path("from")).hasSize(2);
    for (JsonNode from : let.path(0).path("from")) {
      assertThat(from.at("/namespaceSelector/matchLabels")).hasSize(1);
    }
  }

  private static JsonNode manifest(String kindAndName) throws IOException {
    return manifests().stream()
        .filter(each -> each.toString().endsWith(": " + kindAndName))
        .findFirst()
        .orElseThrow()
        .of();
  }

  /** The settings are those that the program knows: it refuses others. */
  @Test
  void theJobsTakeTheirSettingsAndThePairSharesNeitherSessionsNorState() throws IOException {
    Map<String, JobsSettings> told = new TreeMap<>();
    for (Program each : programs()) {
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

  /** The operator refuses {@code last-state} where no folder is told, and looks into that folder. */
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
    for (Manifest each : manifests()) {
      if (each.toString().endsWith("ConfigMap minewatch-settings")) {
        each.of()
            .path("data")
            .properties()
            .forEach(one -> all.put(one.getKey(), one.getValue().asText()));
      }
    }
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
