package io.minewatch.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Each service of {@code docker-compose.yml} is asked for itself; no engine is needed. */
class ComposeFileTest {
  private static final Path CHECKOUT = Path.of("..");

  /** Start as root, take their volume and step down to a user of their own. */
  private static final Set<String> STEPS_DOWN = Set.of("postgres", "influxdb");

  /** Have no door to ask at: they end when they fail, and their silence is judged. */
  private static final Set<String> NO_DOOR = Set.of("simulator", "gateway");

  static Set<String> services() throws IOException {
    return new TreeSet<>(part(file(), "services").keySet());
  }

  @Test
  void thereAreTheServicesOfTheProductAndNoExceptionOutlivesItsService() throws IOException {
    assertThat(services())
        .contains(
            "broker",
            "mosquitto",
            "jobmanager",
            "taskmanager",
            "judge",
            "archive",
            "alerting",
            "grafana")
        .containsAll(STEPS_DOWN)
        .containsAll(NO_DOOR);
  }

  @ParameterizedTest
  @MethodSource("services")
  void runsAPinnedImageWithinLimits(String service) throws IOException {
    assertThat(text(service, "image"))
        .matches("(\\$\\{[A-Z_]+:-)?[a-z/-]+:v?\\d+\\.\\d+(\\.\\d+)?}?")
        .doesNotContain("latest");
    assertThat(text(service, "mem_limit")).matches("\\d+[mg]");
    assertThat(text(service, "restart")).isEqualTo("unless-stopped");
  }

  @ParameterizedTest
  @MethodSource("services")
  void hasNoMorePrivilegesThanItNeeds(String service) throws IOException {
    Map<String, Object> of = service(service);
    assertThat(list(of, "security_opt")).contains("no-new-privileges:true");
    assertThat(of).doesNotContainKeys("privileged", "network_mode", "pid", "cap_add", "devices");
    assertThat(list(of, "volumes").toString()).doesNotContain("docker.sock");
    if (STEPS_DOWN.contains(service)) {
      assertThat(of).as("no exception any more").doesNotContainKeys("cap_drop", "read_only");
    } else {
      assertThat(list(of, "cap_drop")).isEqualTo(List.of("ALL"));
      assertThat(of).containsEntry("read_only", true);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void saysWhetherItIsWell(String service) throws IOException {
    if (NO_DOOR.contains(service)) {
      assertThat(service(service)).as("no exception any more").doesNotContainKey("healthcheck");
      return;
    }
    Map<String, Object> check = part(service(service), "healthcheck");
    assertThat(list(check, "test")).first().isEqualTo("CMD");
    assertThat(list(check, "test").toString())
        .as("asks somebody")
        .containsPattern(
            "nc, -z, 127|healthy[.]sh, (port|http|job), |wget, .*http://127|/dev/tcp/127");
    assertThat(check).containsKeys("interval", "timeout", "retries");
  }

  @ParameterizedTest
  @MethodSource("services")
  void isReachedFromThisMachineAlone(String service) throws IOException {
    for (Object port : list(service(service), "ports")) {
      assertThat(port.toString()).startsWith("127.0.0.1:");
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void takesItsSecretsFromFilesThatOneCommandMakes(String service) throws IOException {
    Map<String, Object> of = service(service);
    part(of, "environment")
        .keySet()
        .forEach(
            name ->
                assertThat(name)
                    .as("a secret in the environment")
                    .doesNotMatch(".*(PASSWORD|TOKEN|SECRET|ROOT_KEY)"));
    Map<String, Object> declared = part(file(), "secrets");
    String maker = Files.readString(CHECKOUT.resolve("deploy/compose/secrets.sh"));
    for (Object each : list(of, "secrets")) {
      String secret = each.toString();
      assertThat(declared).containsKey(secret);
      String made =
          secret.replaceAll("^broker_(judge|archive|alerting|gateway)_password", "account $1");
      assertThat(maker).as("makes " + secret).containsPattern("\\b" + made + "\\b");
    }
  }

  @Test
  void prometheusHoldsATokenForTheMetricsAndNobodysPassword() throws IOException {
    assertThat(list(service("prometheus"), "secrets")).isEqualTo(List.of("metrics_token"));
    assertThat(Files.readString(CHECKOUT.resolve("deploy/compose/prometheus.yml")))
        .contains("credentials_file: /run/secrets/metrics_token")
        .doesNotContain("basic_auth", "administrator");
    assertThat(part(service("alerting"), "environment"))
        .containsEntry("MINEWATCH_ALERTING_METRICS_TOKEN__FILE", "/run/secrets/metrics_token");
  }

  @Test
  void prometheusFindsFlinkWhereItsReporterListensAndLabelsStayBounded() throws IOException {
    Map<String, Object> flink =
        part(part(part(yaml("deploy/compose/flink.yaml"), "metrics"), "reporter"), "prom");
    assertThat(part(flink, "factory").get("class").toString())
        .endsWith(".PrometheusReporterFactory");
    assertThat(part(part(flink, "scope"), "variables").get("excludes").toString().split(";"))
        .contains("job_id", "task_attempt_id", "task_attempt_num", "tm_id", "host");
    Map<String, Object> asked =
        list(yaml("deploy/compose/prometheus.yml"), "scrape_configs").stream()
            .map(ComposeFileTest::map)
            .filter(job -> job.get("job_name").equals("flink"))
            .map(job -> map(list(job, "dns_sd_configs").get(0)))
            .findFirst()
            .orElseThrow();
    assertThat(asked.get("port").toString()).isEqualTo(flink.get("port"));
    assertThat(list(asked, "names")).isEqualTo(List.of("jobmanager", "taskmanager"));
    for (Object name : list(asked, "names")) {
      assertThat(list(service(name.toString()), "volumes").toString())
          .contains("compose/flink.yaml");
      assertThat(list(service(name.toString()), "ports")).as("not from outside").isEmpty();
    }
  }

  @Test
  void mosquittoIsThereOnRequestAloneAndEveryClientCanBeToldOfIt() throws IOException {
    assertThat(list(service("mosquitto"), "profiles")).isEqualTo(List.of("mosquitto"));
    assertThat(text("mosquitto", "user")).isEqualTo("1883:1883");
    String host = "ssl://${MINEWATCH_BROKER_HOST:-broker}:8883";
    for (String client : List.of("judge", "archive", "alerting", "simulator", "gateway")) {
      assertThat(service(client).toString())
          .as(client)
          .contains(host)
          .doesNotContain("ssl://broker");
    }
    assertThat(Files.readString(CHECKOUT.resolve("deploy/compose/secrets.sh")))
        .as("the certificate is for that name too")
        .contains("dns:mosquitto");
  }

  /**
   * At most two sessions of each job that listen, two of alerting, and gateways of ten mines that
   * wait for receipts.
   */
  @Test
  void whatMosquittoKeepsForItsClientsFitsTheMemoryThatItHas() throws IOException {
    String conf = Files.readString(CHECKOUT.resolve("deploy/compose/mosquitto.conf"));
    long all = number(conf, "memory_limit");
    assertThat(16 * number(conf, "max_queued_bytes")).isLessThan(all);
    assertThat(text("mosquitto", "mem_limit")).isEqualTo("1g");
    assertThat(all).isLessThanOrEqualTo((1L << 30) / 4 * 3);
  }

  private static long number(String conf, String key) {
    return conf.lines()
        .filter(line -> line.startsWith(key + " "))
        .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> service(String name) throws IOException {
    return part(part(file(), "services"), name);
  }

  private static String text(String service, String key) throws IOException {
    return String.valueOf(service(service).get(key));
  }

  private static Map<String, Object> file() throws IOException {
    return yaml("docker-compose.yml");
  }

  private static Map<String, Object> yaml(String file) throws IOException {
    String text = Files.readString(CHECKOUT.resolve(file));
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  /** A part of the file, empty where there is none. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> of, String key) {
    return (Map<String, Object>) of.getOrDefault(key, Map.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object of) {
    return (Map<String, Object>) of;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> of, String key) {
    return (List<Object>) of.getOrDefault(key, List.of());
  }
}
