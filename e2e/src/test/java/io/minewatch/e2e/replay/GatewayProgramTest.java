package io.minewatch.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.OwnAlarmRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.e2e.process.JavaProgram;
import io.minewatch.ingest.gateway.app.GatewayMain;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.jobs.judge.JudgeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as a program, with its files, before the real broker and both real jobs. */
@Timeout(240)
class GatewayProgramTest {
  private static final String POINT = "T1-0101";
  private static final String CARD = "140921021337000123";
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final DateTimeFormatter TOLD = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @TempDir private Path folder;
  private final List<GatewayStatus> said = new CopyOnWriteArrayList<>();
  private Plant plant;
  private Path drop;

  @Test
  void aFileIsJudgedAndStoredOnceAndReleasedAndNothingIsLostWhileTheBrokerIsAway()
      throws Exception {
    try (Plant started = Plant.start(folder, Plans.MINE)) {
      plant = started;
      plant.publish(plan());
      plant.runJobs(JudgeLimits.DEFAULTS);
      plant.awaitListening(Plans.MINE);
      drop = Files.createDirectories(folder.resolve("drop"));
      Instant start = Clock.systemUTC().instant().minusSeconds(60); // files are of a moment ago
      try (JavaProgram gateway = gateway();
          MqttLink ear = listen()) {
        drop("CDSS", start, gas(start, 1.2));
        await("the gas is found").atMost(Plant.LONG).until(() -> facts().size() == 1);
        awaitReleased(1);

        plant.withoutBroker(
            () -> {
              drop("CDSS", start.plusSeconds(10), gas(start.plusSeconds(10), 0.4));
              drop("RYQJ", start.plusSeconds(11), call(start.plusSeconds(11), ""));
              await("both files are on the gateway's disk")
                  .atMost(Plant.LONG)
                  .until(() -> files("done") == 3);
            });

        await("what lay there is judged").atMost(Plant.LONG).until(() -> facts().size() == 3);
        awaitReleased(3);
        drop(
            "RYQJ",
            start.plusSeconds(40),
            call(start.plusSeconds(40), told(start.plusSeconds(39))));
        await("the end of the call").atMost(Plant.LONG).until(() -> facts().size() == 4);
        awaitReleased(4);
      }
      assertFound();
      assertThat(files("refused")).isZero();
      assertThat(plant.stored.values("methane", POINT))
          .extracting(Stored.Value::value)
          .containsExactly(1.2, 0.4);
      assertThat(plant.heard(Topic.Kind.REJECTED, Plans.MINE, Rejection.class)).isEmpty();
      assertNothingMissing();
    }
  }

  private static Plan plan() {
    Plan plan = Plans.of(Map.of(POINT, Measure.METHANE));
    List<Rule> rules = new ArrayList<>(plan.rules());
    RulePackLoader.load(Checkout.rules()).rows().stream()
        .map(row -> row.rule())
        .filter(OwnAlarmRule.class::isInstance)
        .forEach(rules::add);
    return plan.with(plan.zones(), plan.points(), rules);
  }

  private JavaProgram gateway() throws IOException {
    var line = plant.gateway(Plans.MINE);
    Map<String, String> settings =
        Map.of(
            "MINEWATCH_GATEWAY_MINE", Plans.MINE.value(),
            "MINEWATCH_GATEWAY_GATEWAY", "gw-01",
            "MINEWATCH_GATEWAY_QUEUE", folder.resolve("queue").toString(),
            "MINEWATCH_GATEWAY_BROKER_URI", line.server().toString(),
            "MINEWATCH_GATEWAY_BROKER_USER", Plans.MINE.value(),
            "MINEWATCH_GATEWAY_BROKER_PASSWORD", Plant.PASSWORD,
            "MINEWATCH_GATEWAY_FOLDERS", drop.toString(),
            "MINEWATCH_GATEWAY_STATUS_EVERY", "PT1S",
            "MINEWATCH_GATEWAY_LIVE_FOR", "PT10M"); // what waited for the broker is still of now
    return JavaProgram.start("gateway", folder, GatewayMain.class, settings);
  }

  private MqttLink listen() {
    Topic status = Topic.of(Topic.Kind.STATUS, Plans.MINE, new GatewayId("gw-01"));
    List<MqttLink> self = new CopyOnWriteArrayList<>();
    MqttLink link =
        MqttLink.open(
            plant.settings("status-ear", "ALERTING"),
            List.of(status.toString()),
            delivery -> {
              try {
                said.add(Messages.read(delivery.envelope().payload(), GatewayStatus.class));
              } catch (WireException e) {
                throw new IllegalStateException("a status of our own cannot be read", e);
              }
              self.forEach(known -> known.acknowledge(delivery));
            },
            Clock.systemUTC());
    self.add(link);
    return link;
  }

  private void drop(String type, Instant at, String record) throws IOException {
    String name = Plans.MINE + "_" + type + "_" + NAMED.format(at.atOffset(CHINA)) + ".txt";
    Path hidden = drop.resolve("." + name);
    Files.writeString(hidden, Plans.MINE + ";矿;" + told(at) + "~" + record + "~||");
    Files.move(hidden, drop.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String told(Instant at) {
    return TOLD.format(at.atOffset(CHINA));
  }

  private static String gas(Instant at, double value) {
    return POINT + ";环境瓦斯;工作面;" + value + ";%;0;" + told(at);
  }

  private static String call(Instant at, String end) {
    String begin = end.isEmpty() ? told(at) : told(at.minusSeconds(29));
    return CARD + ";某人;" + told(at.minusSeconds(3_600)) + ";" + begin + ";" + end + ";face;;S-1;";
  }

  private long files(String where) throws IOException {
    Path in = drop.resolve(where);
    if (!Files.exists(in)) {
      return 0;
    }
    try (var all = Files.list(in)) {
      return all.count();
    }
  }

  private List<Finding> facts() {
    return plant.heard(Topic.Kind.FINDINGS, Plans.MINE, Finding.class).stream()
        .map(Plant.Heard::message)
        .toList();
  }

  /** Both receipts came back: so many messages were numbered and none lies on the disk any more. */
  private void awaitReleased(long messages) {
    await("the gateway forgets what both jobs have")
        .atMost(Plant.LONG)
        .until(
            () -> {
              GatewayStatus last = said.isEmpty() ? null : said.get(said.size() - 1);
              return last != null
                  && last.health() != null
                  && last.health().nextSequence() == messages
                  && last.health().queuedMessages() == 0;
            });
  }

  private void assertFound() {
    List<Finding> gas = facts().stream().filter(f -> f.check() == Check.LIMIT).toList();
    assertThat(gas)
        .extracting(Finding::kind)
        .containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
    List<Finding> call = facts().stream().filter(f -> f.check() == Check.REPORTED).toList();
    assertThat(call)
        .extracting(Finding::kind)
        .containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
    assertThat(call.get(0).subject()).hasToString("card/" + CARD);
    assertThat(call.get(0).severity()).isEqualTo(Severity.RED);
    assertThat(call.get(0).lane()).isEqualTo(Lane.LIVE);
    assertThat(call.get(0).zone()).hasToString("face");
  }

  private void assertNothingMissing() {
    var all = plant.heard(Topic.Kind.SUMMARY, Plans.MINE, Summary.class);
    Summary.Gateway gateway =
        all.get(all.size() - 1).message().gateways().stream()
            .filter(each -> each.id().value().equals("gw-01"))
            .findAny()
            .orElseThrow();
    assertThat(gateway.missing()).isZero();
    assertThat(gateway.through()).isEqualTo(3);
    assertThat(gateway.holes()).allMatch(hole -> hole.missing() == 0);
  }
}
