package io.minewatch.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.e2e.compose.Yamls;
import io.minewatch.e2e.kubernetes.Manifests.Manifest;
import io.minewatch.e2e.kubernetes.Manifests.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests for Kubernetes, held to the schemas and to what we ask of every program. */
class ManifestsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MOUNT = "/run/secrets/minewatch/";

  static List<Program> programs() throws IOException {
    return Manifests.programs();
  }

  @Test
  void theWholeProductIsThereAndEveryFileIsApplied() throws IOException {
    Set<String> programs = new TreeSet<>();
    Manifests.programs().forEach(each -> programs.add(each.toString()));
    assertThat(programs)
        .containsExactly(
            "alerting.yaml: Deployment alerting",
            "archive.yaml: FlinkDeployment archive",
            "broker.yaml: StatefulSet broker",
            "judge-2.yaml: FlinkDeployment judge-2",
            "judge.yaml: FlinkDeployment judge");
    JsonNode listed =
        JSON.valueToTree(
            Yamls.all(Files.readString(Manifests.FOLDER.resolve("kustomization.yaml"))).get(0));
    Set<String> files = new TreeSet<>();
    listed.path("resources").forEach(each -> files.add(each.asText()));
    Set<String> there = new TreeSet<>();
    Manifests.all().forEach(each -> there.add(each.file()));
    assertThat(files).isEqualTo(there);
  }

  @Test
  void everyManifestIsValidAndOneWithAWrongFieldIsNot() throws IOException {
    Schemas schemas = new Schemas();
    for (Manifest each : Manifests.all()) {
      assertThat(schemas.problems(each.of())).as(each.toString()).isEmpty();
      JsonNode wrong = each.of().deepCopy();
      JsonNode part = wrong.path("spec").isObject() ? wrong.path("spec") : wrong;
      ((ObjectNode) part).put("noSuchField", 1);
      assertThat(schemas.problems(wrong)).as(each + " with a field of nobody").isNotEmpty();
    }
    for (Program each : Manifests.programs()) {
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
    String maker = Files.readString(Manifests.FOLDER.resolve("secrets.sh")).replace("\\\n", " ");
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

  /**
   * Everybody comes from one address: that it is a proxy's must be said, and none else comes in.
   */
  @Test
  void theConsoleComesThroughAnIngressThatMustBeNamed() throws IOException {
    JsonNode settings = Manifests.one("ConfigMap alerting").path("data").path("alerting.yaml");
    JsonNode told = JSON.valueToTree(Yamls.all(settings.asText()).get(0));
    String proxies = told.path("http").path("proxies").asText();
    assertThat(proxies).contains("FILL IN");
    assertThatThrownBy(() -> Pattern.compile(proxies))
        .as("alerting does not start with it")
        .isInstanceOf(PatternSyntaxException.class);
    JsonNode let = Manifests.one("NetworkPolicy alerting").path("spec").path("ingress");
    assertThat(let).hasSize(1);
    assertThat(let.path(0).path("from")).hasSize(2);
    for (JsonNode from : let.path(0).path("from")) {
      assertThat(from.at("/namespaceSelector/matchLabels")).hasSize(1);
    }
  }
}
