package io.minewatch.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.jobs.series.SinkLimits;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.Retention;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsMainTest {
  @TempDir private Path folder;

  @Test
  void whatIsNotSaidIsAsUsual() throws IOException {
    Path file = file("broker-uri: tcp://localhost:1883\nstate: /var/lib/minewatch\n");

    JobsSettings settings = JobsSettings.read(file, Map.of());

    assertThat(settings.broker().clientId()).isEqualTo("jobs");
    assertThat(settings.broker().user()).isEmpty();
    assertThat(settings.broker().receiveMaximum()).isEqualTo(2_000);
    assertThat(settings.slots()).isEqualTo(List.of(List.of()));
    assertThat(settings.rate()).isEqualTo(200);
    assertThat(settings.state()).isEqualTo(Path.of("/var/lib/minewatch"));
    assertThat(settings.interval()).isNull();
    assertThat(settings.parallelism()).isEqualTo(1);
    assertThat(settings.series()).isNull();
    assertThat(settings.metricsPort()).as("no page is open unless told").isNull();
    assertThat(settings.limits()).isEqualTo(new SinkLimits(5_000, 200, 2));
  }

  @Test
  void everySettingIsTaken() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s3\n");
    Path file =
        file(
            """
            broker-uri: ssl://broker:8883
            broker-user: jobs-user
            broker-trust-store: /etc/trust.p12
            broker-receive-maximum: 20000
            client-prefix: east
            mines: 140921021337, 140921021338; 140921021339
            rate: 50
            state: /state
            checkpoint-interval: PT3S
            parallelism: 2
            series-url: http://influx:8086
            series-flavour: v1
            series-database: mw
            series-org: org
            series-user: writer
            series-secret-file: %s
            series-batch-lines: 100
            series-linger: PT0.05S
            series-connections: 3
            series-keep-readings: 100
            series-keep-records: 900
            series-keep-people: 7
            metrics-port: 9249
            """
                .formatted(secret));

    JobsSettings settings =
        JobsSettings.read(
            file,
            Map.of(
                "MINEWATCH_JOBS_BROKER_PASSWORD", "p1",
                "MINEWATCH_JOBS_BROKER_TRUST_STORE_PASSWORD", "p2",
                "MINEWATCH_JOBS_RATE", "60",
                "MINEWATCH_JOBS_ROOT_KEY", "a root key of tests, told to nobody",
                "HOME", "/root"));

    assertThat(settings.broker().user()).isEqualTo("jobs-user");
    assertThat(settings.broker().receiveMaximum()).isEqualTo(20_000);
    assertThat(settings.broker().password()).isEqualTo("p1");
    assertThat(settings.broker().clientId()).isEqualTo("east");
    assertThat(settings.broker().trustStore()).isNotNull();
    assertThat(settings.slots())
        .isEqualTo(
            List.of(
                List.of(new MineCode("140921021337"), new MineCode("140921021338")),
                List.of(new MineCode("140921021339"))));
    assertThat(settings.rate()).isEqualTo(60);
    assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.parallelism()).isEqualTo(2);
    assertThat(settings.series().flavour()).isEqualTo(Flavour.V1);
    assertThat(settings.series().database()).isEqualTo("mw");
    assertThat(settings.series().secret()).isEqualTo("s3");
    Retention kept = new Retention(Duration.ofDays(100), Duration.ofDays(900), Duration.ofDays(7));
    assertThat(settings.limits()).isEqualTo(new SinkLimits(100, 50, 3, kept));
    assertThat(settings.rootKey()).isNotNull();
    assertThat(settings.metricsPort()).isEqualTo(9_249);
    assertThat(settings.toString()).doesNotContain("p1", "s3", "told to nobody");
  }

  @Test
  void allProblemsAreToldTogether() throws IOException {
    assertThatThrownBy(() -> JobsSettings.read(null, Map.of("MINEWATCH_JOBS_ROOT_KEY", "short")))
        .hasMessageContaining("root-key: a root key needs 20 characters, has 5");
    Path file =
        file("broker-uri: http://x\nbroker-password: open\nmines: '12'\nspeed: 3\nrate: many\n");

    assertThatThrownBy(() -> JobsSettings.read(file, Map.of()))
        .hasMessageContaining("broker-uri: need tcp:// or ssl://")
        .hasMessageContaining("broker-password: a secret belongs in the environment")
        .hasMessageContaining("mines: '12' does not fit")
        .hasMessageContaining("speed: no such setting")
        .hasMessageContaining("rate: 'many' does not fit")
        .hasMessageContaining("state: is missing");
  }

  @Test
  void lessThanTheFieldsRulesAskForIsNotKept() throws IOException {
    Path file = file("broker-uri: tcp://localhost:1883\nstate: /s\nseries-keep-records: 730\n");

    assertThatThrownBy(() -> JobsSettings.read(file, Map.of()))
        .hasMessageContaining("records are kept for at least 731 days, was 730");
  }

  @Test
  void theArchiveNeedsAStoreAndAProgramNeedsAJob() throws IOException {
    String file = file("broker-uri: tcp://localhost:1883\nstate: /s\n").toString();

    assertThatThrownBy(() -> JobsMain.plan(new String[] {"archive", "--settings", file}, Map.of()))
        .hasMessageContaining("series-url");
    assertThat(JobsMain.plan(new String[] {"judge", "--settings", file}, Map.of()).name())
        .isEqualTo("judge");
    assertThatThrownBy(() -> JobsMain.plan(new String[] {"dance"}, Map.of()))
        .hasMessageStartingWith("usage:");
  }

  @Test
  void aClusterIsAHostAndAPort() {
    String[] args = {"judge", "--settings", "env", "--cluster", "jobmanager:8081"};
    assertThat(JobsMain.remote(args))
        .isEqualTo(InetSocketAddress.createUnresolved("jobmanager", 8081));
    args[4] = "jobmanager";
    assertThatThrownBy(() -> JobsMain.remote(args)).hasMessageContaining("HOST:PORT");
  }

  @Test
  void aClustersMetricsAreToldByTheClustersOwnFile() throws IOException {
    String file =
        file("broker-uri: tcp://localhost:1883\nstate: /s\nmetrics-port: 9249\n").toString();
    String[] args = {"judge", "--settings", file, "--cluster", "jobmanager:8081"};

    assertThatThrownBy(() -> JobsMain.plan(args, Map.of()))
        .hasMessageContaining("metrics.reporter.prom.port");
  }

  @Test
  void eachJobRunsAsItIsTold() throws IOException {
    String least =
        """
        broker-uri: tcp://localhost:1883
        state: /s
        series-url: http://localhost:8086
        """;
    Path plain = file(least);
    JobPlan judge = plan("judge", plain);
    JobPlan archive = plan("archive", plain);
    assertThat(judge.interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(archive.interval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(judge.checkpoints()).isEqualTo(Path.of("/s/judge"));
    assertThat(archive.checkpoints()).isEqualTo(Path.of("/s/archive"));

    Path told = file(least + "checkpoint-interval: PT3S\nparallelism: 2\n");
    for (String job : List.of("judge", "archive")) {
      assertThat(plan(job, told).name()).isEqualTo(job);
      assertThat(plan(job, told).interval()).isEqualTo(Duration.ofSeconds(3));
      assertThat(plan(job, told).parallelism()).isEqualTo(2);
    }
  }

  private static JobPlan plan(String job, Path settings) {
    return JobsMain.plan(new String[] {job, "--settings", settings.toString()}, Map.of());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("jobs.yaml"), text);
  }
}
