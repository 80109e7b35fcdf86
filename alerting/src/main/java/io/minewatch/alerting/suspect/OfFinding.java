package io.minewatch.alerting.suspect;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueEvidence.Kind;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.reading.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one fact of judging is suspected of by itself. */
public final class OfFinding {
  /** The detail that judging gives a point that went dark while it was rising. */
  private static final String LOST = "lost";

  private OfFinding() {}

  /**
   * Whether a fact can be a reason at all: what may be asked before its plan is read. What is told
   * of the past afterwards is none.
   */
  public static boolean isAsked(Finding fact) {
    return fact.lane() == Lane.LIVE
        && (isLost(fact) || (fact.check() == Check.PEOPLE && fact.kind() == FindingKind.OPENED));
  }

  /** Whether it says that a point was lost while it was rising: no rule is needed to tell that. */
  public static boolean isLost(Finding fact) {
    return fact.detail().containsKey(LOST);
  }

  /**
   * What a fact shows; null for nothing.
   *
   * @param asks what its rule asks by the plan of the mine; null where the plan has it no more
   */
  public static @Nullable Suspicion of(Finding fact, PeopleRule.@Nullable Asks asks) {
    Feature feature = isLost(fact) ? Feature.DARK_WHILE_RISING : ofPeople(fact, asks);
    if (feature == null) {
      return null;
    }
    ClueEvidence evidence = new ClueEvidence(Kind.FINDING, fact.id().value(), words(fact));
    return new Suspicion(feature, fact.mine().value(), subject(fact), List.of(evidence), 1);
  }

  /** Names what it is about, for a clue of the mine as a whole; a card stands for a person. */
  private static String words(Finding fact) {
    boolean named = fact.subject().kind() != Subject.Kind.CARD;
    return fact.rule() + (named ? " " + fact.subject() : "") + " " + fact.onset();
  }

  /** What holds of the mine or of a zone is about the mine: who is missing has no place. */
  private static String subject(Finding fact) {
    Subject.Kind kind = fact.subject().kind();
    return kind == Subject.Kind.MINE || kind == Subject.Kind.ZONE ? "" : fact.subject().toString();
  }

  private static @Nullable Feature ofPeople(Finding fact, PeopleRule.@Nullable Asks asks) {
    if (asks == null || fact.check() != Check.PEOPLE) {
      return null;
    }
    return switch (asks) {
      case IDLE_MINE -> Feature.PEOPLE_IN_STOPPED_MINE;
      case NO_LEADER -> Feature.NO_LEADER;
      case TWO_CARDS -> Feature.TWO_CARDS;
      case TWO_PLACES -> Feature.TWO_PLACES;
      case PARKED -> Feature.PARKED;
      case CROWDED,
          CROWDED_WORKPLACE,
          MINE_FULL,
          OVERTIME,
          RESTRICTED,
          DISTRESS,
          SILENT,
          UNKNOWN_PLACE ->
          null;
    };
  }
}
