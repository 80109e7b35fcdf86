package io.minewatch.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.e2e.kill.Overheard.Heard;
import io.minewatch.e2e.kill.Plant.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Two judge jobs side by side, each a process of its own with its own sessions and checkpoints. */
class HotPairTest {
  private static final List<String> POINTS =
      List.of("T0-0101", "T1-0101", "T2-0101", "T1-0201", "T2-0201", "T-PUMP");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double CALM = 0.3;
  private static final double HIGH = 1.7;

  /** Readings are restored for this long before their finding clears. */
  private static final Map<String, String> SOON = Map.of("time: PT1M", "time: PT1S");

  /** What is asked of a machine that has the platform to itself. */
  private static final Duration GOAL = Duration.ofMillis(500);

  /**
   * What is asked here of the facts after a kill: broker, two judges, alerting and the builds
   * beside this test share two cores, on which everything may stand still for seconds. It still
   * tells whether the other judge was at work: in these phases nobody starts the killed one again,
   * so that without the other no fact would come at all.
   */
  private static final Duration BOUND = Duration.ofSeconds(10);

  /** With what each process printed; kept when the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  /** A reading over every limit, as it was sent. */
  private record Rise(String point, Instant at) {}

  private final List<Rise> sent = new ArrayList<>();

  @Test
  void eitherIsKilledUnderLoadAndNoFindingIsLateOrDoubled() throws Exception {
    Path rules = Checkout.rulesWith(folder.resolve("rules"), "reentry-hold", SOON);
    try (Plant plant = new Plant(folder, rules, null)) {
      plant.start(Part.BROKER);
      plant.start(Part.ALERTING, Part.JUDGE, Part.SECOND_JUDGE);
      try (Overheard bus = new Overheard(plant.line("observer", "observer.pair"));
          FieldGateway gateway = gateway(plant);
          FieldLoad field = new FieldLoad(plant.line("gateway", Plant.MINE + ".gw-load"))) {
        bothTell(bus, gateway);
        long load = field.confirmed();
        Instant begin = Instant.now();
        rounds(bus, gateway, 2);
        load = tell("with both", bus, begin, field, load);

        Instant killed = Instant.now();
        halfARoundIn(bus, gateway, () -> plant.kill(Part.JUDGE));
        rounds(bus, gateway, 3);
        load = tell("one killed", bus, killed, field, load);
        everyFactIsInTime(bus, killed);

        Instant again = Instant.now();
        CompletableFuture<Void> back = startedAgain(plant);
        do {
          rounds(bus, gateway, 1);
        } while (!back.isDone());
        back.join();
        bothTell(bus, gateway);
        load = tell("started again", bus, again, field, load);

        Instant other = Instant.now();
        halfARoundIn(bus, gateway, () -> plant.kill(Part.SECOND_JUDGE));
        rounds(bus, gateway, 3);
        tell("the other killed", bus, other, field, load);
        everyFactIsInTime(bus, other);
        gateway.finish();

        Collection<Heard> facts = firsts(bus.all()).values();
        everyRiseIsTold(facts);
        noneIsDoubled(facts);
      }
    }
  }

  private static FieldGateway gateway(Plant plant) {
    Map<String, Double> calm = new TreeMap<>();
    POINTS.forEach(point -> calm.put(point, CALM));
    return new FieldGateway(
        plant.line("gateway", Plant.MINE + ".gw-1"), calm, List.of(), "face-0101");
  }

  private static CompletableFuture<Void> startedAgain(Plant plant) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            plant.start(Part.JUDGE);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Each fact comes from both: each is at work and has caught up. */
  private void bothTell(Overheard bus, FieldGateway gateway) {
    Awaitility.await("both judge jobs tell the same fact")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              Rise rise = rise(bus, gateway, POINTS.get(0));
              awaitOpened(bus, rise);
              fall(gateway);
              awaitClear(bus, rise.point());
              return bus.all().stream().filter(each -> isOpening(each, rise)).count() == 2;
            });
  }

  private void rounds(Overheard bus, FieldGateway gateway, int rounds) {
    for (int i = 0; i < rounds; i++) {
      halfARoundIn(bus, gateway, () -> {});
    }
  }

  /** Each point in turn goes over its limits, then all come back; something happens in between. */
  private void halfARoundIn(Overheard bus, FieldGateway gateway, Runnable happens) {
    for (int i = 0; i < POINTS.size(); i++) {
      if (i == POINTS.size() / 2) {
        happens.run();
      }
      rise(bus, gateway, POINTS.get(i));
      awaitBeats(gateway);
    }
    fall(gateway);
    POINTS.forEach(point -> awaitClear(bus, point));
  }

  private Rise rise(Overheard bus, FieldGateway gateway, String point) {
    awaitClear(bus, point);
    Rise rise = new Rise(point, gateway.measure(point, HIGH));
    sent.add(rise);
    return rise;
  }

  private static void fall(FieldGateway gateway) {
    POINTS.forEach(point -> gateway.measure(point, CALM));
  }

  private static void awaitBeats(FieldGateway gateway) {
    long before = gateway.messages();
    Awaitility.await("the gateway goes on")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> gateway.messages() > before);
  }

  private static void awaitOpened(Overheard bus, Rise rise) {
    Awaitility.await(rise + " is told")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> bus.all().stream().anyMatch(each -> isOpening(each, rise)));
  }

  /** Else the next rise would be of the same excursion. */
  private static void awaitClear(Overheard bus, String point) {
    Awaitility.await(point + " is clear")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              Map<String, FindingKind> last = new TreeMap<>();
              for (Heard each : firsts(bus.all()).values()) {
                if (isAbout(each, point)) {
                  last.put(each.finding().id().value(), each.finding().kind());
                }
              }
              return last.values().stream().allMatch(kind -> kind == FindingKind.CLEARED);
            });
  }

  private static boolean isAbout(Heard heard, String point) {
    return heard.finding().check() == Check.LIMIT
        && heard.finding().subject().toString().equals(point);
  }

  private static boolean isOpening(Heard heard, Rise rise) {
    return isAbout(heard, rise.point())
        && heard.finding().kind() == FindingKind.OPENED
        && heard.finding().onset().equals(rise.at());
  }

  /** Each fact as it was told first, in the order in which they came. */
  private static Map<String, Heard> firsts(List<Heard> all) {
    Map<String, Heard> firsts = new LinkedHashMap<>();
    all.forEach(each -> firsts.putIfAbsent(each.fact(), each));
    return firsts;
  }

  /**
   * What is asked for is printed, held or not: see {@link #BOUND}. There was load all the while.
   *
   * @param before messages of the load when this phase began
   * @return messages of the load now
   */
  private static long tell(
      String when, Overheard bus, Instant since, FieldLoad field, long before) {
    long confirmed = field.confirmed();
    assertThat(confirmed).as("load " + when).isGreaterThan(before);
    List<Duration> late =
        firsts(bus.all()).values().stream()
            .filter(each -> each.finding().check() == Check.LIMIT)
            .filter(each -> each.finding().measured().isAfter(since))
            .map(Heard::late)
            .sorted()
            .toList();
    assertThat(late).as("facts " + when).isNotEmpty();
    Duration worst = late.get(late.size() - 1);
    System.out.printf(
        "hot pair, %s: %d facts from reading to bus, median %d ms, worst %d ms (goal %d ms: %s),"
            + " load %d messages, %d failed so far%n",
        when,
        late.size(),
        late.get(late.size() / 2).toMillis(),
        worst.toMillis(),
        GOAL.toMillis(),
        worst.compareTo(GOAL) <= 0 ? "held" : "missed",
        confirmed - before,
        field.failed());
    return confirmed;
  }

  private void everyRiseIsTold(Collection<Heard> facts) {
    for (Rise rise : sent) {
      assertThat(facts).filteredOn(each -> isOpening(each, rise)).as(rise + " is told").hasSize(1);
    }
  }

  /**
   * While one of the two is away. How late facts were while one starts beside the other, which
   * needs the cores for itself, is printed only.
   */
  private static void everyFactIsInTime(Overheard bus, Instant killed) {
    assertThat(firsts(bus.all()).values())
        .filteredOn(each -> each.finding().check() == Check.LIMIT)
        .filteredOn(each -> each.finding().measured().isAfter(killed))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.late()).as(each.fact()).isLessThan(BOUND));
  }

  /**
   * Whoever told it first, and how often: alerting has each fact once, and each once in its chain.
   */
  private void noneIsDoubled(Collection<Heard> facts) throws SQLException {
    List<String> told = facts.stream().map(each -> each.finding()).map(HotPairTest::key).toList();
    assertThat(told).as("the two number their facts alike").doesNotHaveDuplicates();
    try (Connection journal =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"))) {
      Awaitility.await("alerting has them all")
          .atMost(Duration.ofSeconds(30))
          .until(() -> texts(journal, "select id from finding").size() >= told.size());
      assertThat(texts(journal, "select id || ' ' || fingerprint from finding"))
          .containsExactlyInAnyOrderElementsOf(told);
      List<String> noted =
          texts(journal, "select content from ledger where type = 'FindingNoted'").stream()
              .map(body -> JSON.readTree(body).path("finding"))
              .map(each -> each.path("id").asString() + "/" + each.path("fact").asInt())
              .toList();
      assertThat(noted).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  private static String key(Finding finding) {
    return finding.id().value() + " " + finding.fingerprint();
  }

  private static List<String> texts(Connection journal, String query) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Statement statement = journal.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }
}
