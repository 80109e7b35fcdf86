package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.document.Lowering;
import io.minewatch.alerting.journal.ChangeRows.Change;
import io.minewatch.alerting.journal.ChangeRows.State;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do, and what is done to the registry: what is a clue of it, and what is none. */
class PeopleSuspicionsTest extends SuspicionsDatabase {
  /** A plan that asks everything. */
  private static Plan plan() throws Exception {
    Plan like = Messages.read(Samples.bytes("plan.json"), Plan.class);
    List<Rule> rules = new ArrayList<>(like.rules());
    rules.removeIf(PeopleRule.class::isInstance);
    for (Asks asks : Asks.values()) {
      rules.add(
          new PeopleRule(
              "people-" + asks,
              asks,
              "人",
              "People",
              Severity.ORANGE,
              new PeopleRule.Numbers(1, 1, Duration.ofHours(1), 5),
              Delays.NONE,
              PeopleRule.Named.NOBODY,
              like.silence().source()));
    }
    return new Plan(
        new MineCode(MINE),
        like.name(),
        like.nameEnglish(),
        like.version(),
        like.effectiveFrom(),
        like.status(),
        like.shifts(),
        like.tagPeriod(),
        like.zones(),
        like.points(),
        rules);
  }

  private static Finding people(String id, String rule, String subject, FindingKind kind) {
    return new Finding(
        new FindingId(id.repeat(32)),
        kind == FindingKind.OPENED ? 0 : 1,
        kind,
        new MineCode(MINE),
        Subject.parse(subject),
        null,
        null,
        "",
        Check.PEOPLE,
        rule,
        Severity.ORANGE,
        LONG_AGO,
        LONG_AGO,
        LONG_AGO,
        LONG_AGO,
        null,
        Quality.GOOD,
        1,
        1,
        LONG_AGO,
        1,
        Map.of());
  }

  private void told(Finding fact) throws Exception {
    Plan plan = plan();
    database.write(
        () -> {
          store.findings().keep(fact);
          Suspicions.note(store, fact, plan);
          return fact;
        });
    suspicions.facts();
  }

  @ParameterizedTest(name = "{0} of {1} is {2} about {3}")
  @CsvSource(
      nullValues = "the mine",
      value = {
        "TWO_CARDS, card/4711, TWO_CARDS, card/4711",
        "TWO_PLACES, card/4711, TWO_PLACES, card/4711",
        "PARKED, card/4711, PARKED, card/4711",
        "NO_LEADER, mine/140921021337, NO_LEADER, the mine",
        "IDLE_MINE, zone/Z2, PEOPLE_IN_STOPPED_MINE, the mine"
      })
  void whatPeopleDoIsAClueOnce(Asks asks, String subject, String feature, String about)
      throws Exception {
    told(people("a", "people-" + asks, subject, FindingKind.OPENED));
    told(people("a", "people-" + asks, subject, FindingKind.OPENED));
    assertThat(listed())
        .singleElement()
        .satisfies(one -> assertThat(one.feature()).isEqualTo(feature))
        .satisfies(one -> assertThat(one.subject()).isEqualTo(about == null ? "" : about))
        .satisfies(one -> assertThat(one.evidence()).isEqualTo(1));
    assertThat(store.clueJournal().find(listed().get(0).id()).evidence().get(0).words())
        .as("the number of a card is in no words")
        .doesNotContain("4711");
  }

  @ParameterizedTest
  @EnumSource(
      value = Asks.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TWO_CARDS", "TWO_PLACES", "PARKED", "NO_LEADER", "IDLE_MINE"})
  void whatIsAskedForTheSakeOfPeopleIsNoClue(Asks asks) throws Exception {
    told(people("a", "people-" + asks, "mine", FindingKind.OPENED));
    assertThat(listed()).isEmpty();
  }

  @Test
  void whatClearsWhatIsPastAndWhatNoRuleAsksIsNoClue() throws Exception {
    told(people("a", "people-TWO_CARDS", "card/4711", FindingKind.CLEARED));
    told(people("b", "people-TWO_CARDS", "card/4711", FindingKind.OPENED).asPast());
    told(people("c", "gone", "card/4711", FindingKind.OPENED));
    assertThat(listed()).isEmpty();
  }

  @Test
  void manyCardsThatLieStillAtOneLookAreOneClueOfTheMine() throws Exception {
    Plan plan = plan();
    database.write(
        () -> {
          for (int card = 0; card < 8; card++) {
            String id = Integer.toHexString(card);
            Finding fact = people(id, "people-PARKED", "card/" + card, FindingKind.OPENED);
            store.findings().keep(fact);
            Suspicions.note(store, fact, plan);
          }
          return plan;
        });
    suspicions.facts();
    assertThat(listed())
        .singleElement()
        .satisfies(one -> assertThat(one.subject()).isEmpty())
        .satisfies(one -> assertThat(one.evidence()).isEqualTo(8));
  }

  private void change(String id, State state, Instant decided, List<Lowering> lowered) {
    Change change =
        new Change(
            id,
            MINE,
            store.changes().next(MINE),
            1,
            Origin.PERSON,
            State.PENDING,
            decided,
            "li",
            "",
            new Document(Map.of()),
            List.of(),
            lowered,
            List.of(),
            null,
            null,
            null,
            null);
    database.write(
        () -> {
          store.changes().add(change);
          store.changes().decide(id, state, decided, "wang", "");
          return change;
        });
  }

  @Test
  void loweredProtectionIsAClueWhenItHoldsAndNoneWhenItWasRefusedOrLowersNothing() {
    List<Lowering> lowered = List.of(new Lowering("points/T1-0101/limits", "放宽", "looser"));
    change("c-1", State.REFUSED, LONG_AGO, lowered);
    change("c-2", State.EFFECTIVE, LONG_AGO, List.of());
    change("c-3", State.EFFECTIVE, T.minus(DAY.multipliedBy(8)), lowered);
    repeats.changes();
    assertThat(listed()).as("refused, harmless, and longer ago than is looked back").isEmpty();
    change("c-4", State.EFFECTIVE, LONG_AGO, lowered);
    repeats.changes();
    repeats.changes();
    assertThat(listed())
        .singleElement()
        .satisfies(one -> assertThat(one.feature()).isEqualTo("LIMITS_LOWERED"))
        .extracting(Listed::evidence)
        .isEqualTo(1);
    assertThat(store.clueJournal().find(listed().get(0).id()).evidence().get(0).words())
        .isEqualTo("points/T1-0101/limits");
  }
}
