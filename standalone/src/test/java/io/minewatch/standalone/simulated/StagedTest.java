package io.minewatch.standalone.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.oracle.MineOracle;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.staged.Stage;
import io.minewatch.ingest.staged.StagedFact;
import io.minewatch.ingest.staged.StagedOracle;
import io.minewatch.ingest.world.ModelSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What follows from a script alone is found exactly so: subject, rule, colour, onset and the time
 * of every fact; and of what is known to the oracle nothing else.
 */
class StagedTest {
  private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
  private static final Plan DEMO =
      Objects.requireNonNull(
              MineLoader.load(Path.of("../deploy/demo"), RulePackLoader.load(Path.of("../rules")))
                  .get("140921021337"))
          .plan();

  private static Arguments staged(String name, int people, int minutes, Lines lines) {
    return arguments(name, people, minutes, lines.found, lines.script);
  }

  /** A script and what must be found of it: subject, rule, colour, and seconds of its facts. */
  private record Lines(List<String> script, List<String> found) {}

  private static Lines of(List<String> script, String... found) {
    return new Lines(script, List.of(found));
  }

  static List<Arguments> runs() {
    return List.of(
        staged(
            "a copied card is read far away three times, one step after its own",
            24,
            30,
            of(
                List.of("after 5m copy 4 at heading-0201 for 90s"),
                "card/14092102133705004 people-two-places BLUE 361 OPENED@361 CLEARED@1590")),
        staged(
            "a card beside its owner's place is where one can get to",
            24,
            30,
            of(List.of("after 5m copy 4 at main-haulage for 90s"))),
        staged(
            "a card in another's pocket makes its eighth move after more than two hours",
            6,
            190,
            of(
                List.of(
                    "after 5m pace 2 to pump-room every 18m for 4h",
                    "after 2m carry 4 by 2 for 2h50m"),
                "card/14092102133705004 people-two-cards BLUE 7860 OPENED@7860 CLEARED@10980",
                "card/14092102133705003 people-parked BLUE 0 OPENED@0",
                "card/14092102133705005 people-parked BLUE 0 OPENED@0",
                "card/14092102133705006 people-parked BLUE 0 OPENED@0")),
        staged(
            "a card that hangs on a nail stands while the others move",
            4,
            215,
            of(
                List.of(
                    "after 5m pace 2 to pump-room every 40m for 5h",
                    "after 5m pace 3 to main-haulage every 40m for 5h",
                    "after 10m hang 4 at return-0101 for 3h20m"),
                "card/14092102133705004 people-parked BLUE 600 OPENED@600 CLEARED@12600")),
        staged(
            "wild values are doubted, each point for itself, and not before its gate has learnt",
            24,
            45,
            of(
                List.of(
                    "after 10m spike T2-0101 to 3.9 for 10s",
                    "after 20m spike T1-0101 to 3.9 for 20s",
                    "after 25m spike CO-0101 to 180 for 10s",
                    "after 27m spike T1-0101 to 3.9 for 10s"),
                "T1-0101 gate-methane BLUE 1200 OPENED@1200 CLEARED@2230",
                "CO-0101 gate-carbon-monoxide BLUE 1500 OPENED@1500 CLEARED@2110")),
        staged(
            "a point whose cable is cut at the peak is lost while it rises, one in peace is not",
            24,
            30,
            of(
                List.of(
                    "after 5m drive T1-0101 to 1.8 within 40s hold 6m fall 90s",
                    "after 7m cut T1-0101 for 3m as silence",
                    "after 8m cut T-PUMP for 3m as silence"),
                "T1-0101 lost-while-rising ORANGE 410 OPENED@410 CLEARED@600")),
        staged(
            "so is one that says itself that it is cut off",
            24,
            20,
            of(
                List.of(
                    "after 5m drive T2-0201 to 1.2 within 40s hold 6m fall 90s",
                    "after 7m5s cut T2-0201 for 1m as DISCONNECTED"),
                "T2-0201 lost-while-rising ORANGE 420 OPENED@420 CLEARED@490")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void whatIsStagedIsFoundToTheLastFact(
      String name, int people, int minutes, List<String> found, List<String> lines) {
    ModelSettings settings = ModelSettings.modelColliery(7).withPeople(people);
    Script script = ScriptText.parse(lines);

    Judged judged = new Judged(DEMO, settings, script, START, Duration.ofMinutes(minutes));

    StagedOracle oracle = new StagedOracle(new Stage(DEMO, settings, script, START, judged.until));
    assertThat(judged.staged(oracle)).isEqualTo(sorted(oracle.facts()));
    assertThat(oracle.facts().stream().map(StagedTest::line).sorted().toList())
        .isEqualTo(found.stream().sorted().toList());
    MineOracle exact = new MineOracle(DEMO, Judged.GAS, Judged.TAGS);
    assertThat(judged.exact(exact.rules()))
        .isEqualTo(
            exact.findings(judged.ticks, judged.until).stream()
                .map(Object::toString)
                .sorted()
                .toList());
  }

  static List<String> sorted(List<StagedFact> facts) {
    return facts.stream().map(Object::toString).sorted().toList();
  }

  private static String line(StagedFact fact) {
    String told =
        fact.told().stream()
            .map(each -> " " + each.kind() + "@" + seconds(each.measured()))
            .collect(Collectors.joining());
    String rule = fact.rule().substring(fact.rule().indexOf(':') + 1);
    return fact.subject() + " " + rule + " " + fact.severity() + " " + seconds(fact.onset()) + told;
  }

  private static long seconds(Instant at) {
    return Duration.between(START, at).toSeconds();
  }

  /** The kinds of incident that are staged here. */
  static Set<Object> kinds() {
    return runs().stream()
        .flatMap(run -> ScriptText.parse(lines(run)).incidents().stream())
        .map(Incident::getClass)
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("unchecked")
  private static List<String> lines(Arguments run) {
    return (List<String>) run.get()[4];
  }

  @Test
  void whatTheScriptDoesNotSettleIsRefusedOrNotKnown() {
    ModelSettings settings = ModelSettings.modelColliery(7);
    Instant until = START.plusSeconds(1_800);

    assertThatThrownBy(() -> stage(settings, until, "round 10m", "after 1m hush 2 for 1m"))
        .hasMessageContaining("once");
    assertThatThrownBy(() -> stage(settings, START.plus(Duration.ofHours(7))))
        .hasMessageContaining("the shift changes");
    assertThatThrownBy(
            () -> stage(settings, until, "after 1m copy 4 at heading-0201 for 11m").facts())
        .hasMessageContaining("one who stays");
    assertThatThrownBy(() -> stage(settings, until, "after 20m spike T1-0101 to 3 for 2m").facts())
        .hasMessageContaining("new normal");
    StagedOracle rising =
        stage(
            settings,
            until,
            "after 5m drive T1-0101 to 1.8 within 4m hold 6m fall 90s",
            "after 7m cut T1-0101 for 3m as silence");
    assertThat(rising.facts()).isEmpty();
    assertThat(DEMO.rules())
        .filteredOn(rule -> rule.id().endsWith("lost-while-rising"))
        .isNotEmpty()
        .noneMatch(rule -> rising.knows(rule.id(), Subject.of(new PointId("T1-0101"))));
  }

  private static StagedOracle stage(ModelSettings settings, Instant until, String... script) {
    return new StagedOracle(
        new Stage(DEMO, settings, ScriptText.parse(List.of(script)), START, until));
  }
}
