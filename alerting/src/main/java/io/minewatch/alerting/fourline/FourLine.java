package io.minewatch.alerting.fourline;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.OutageRule;
import org.jspecify.annotations.Nullable;

/** The ways in which a mine's data can be absent or dead that the regulator counts (四线). */
public enum FourLine {
  /** Nothing comes of a gateway. */
  NETWORK("断网", "network cut"),
  /** A point, or a substation with all its points, that was heard is heard no more. */
  LINE("断线", "line broken"),
  /** A point is heard, and what it says does not move although there is cause to. */
  FLAT("平线", "flat line"),
  /** A point of the plan that was never heard. */
  MISSING("缺线", "line missing");

  private final String chinese;
  private final String english;

  FourLine(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }

  /** Whether a finding can be one of the four at all: what may be asked before its plan is read. */
  public static boolean isAsked(Finding finding) {
    return finding.check() == Check.FLAT || finding.check() == Check.SILENCE;
  }

  /** Whether its rule must be known to say which: of everything else its subject says so. */
  public static boolean isOfItsRule(Finding finding) {
    return finding.check() == Check.SILENCE && finding.subject().kind() == Subject.Kind.POINT;
  }

  /**
   * The line that a finding is about; null for none, as for a point that is heard and flagged.
   *
   * @param of what its rule is about by the plan of the mine; null where the plan has it no more,
   *     then a silent point counts as a broken line
   */
  public static @Nullable FourLine of(Finding finding, OutageRule.@Nullable Of of) {
    if (finding.check() == Check.FLAT) {
      return FLAT;
    }
    if (finding.check() != Check.SILENCE) {
      return null;
    }
    return ofSilence(finding.subject().kind(), of);
  }

  private static @Nullable FourLine ofSilence(Subject.Kind subject, OutageRule.@Nullable Of of) {
    return switch (subject) {
      case GATEWAY -> NETWORK;
      case SUBSTATION -> LINE;
      case MINE -> MISSING;
      case POINT -> ofPoint(of);
      case ZONE, CARD, CONDITION -> null;
    };
  }

  private static @Nullable FourLine ofPoint(OutageRule.@Nullable Of of) {
    if (of == null) {
      return LINE;
    }
    return switch (of) {
      case NETWORK -> NETWORK;
      case SUBSTATION, LINE -> LINE;
      case MISSING -> MISSING;
      case UNSEEN -> null;
    };
  }
}
