package io.minewatch.alerting.seal;

import java.time.Instant;
import java.util.Locale;

/**
 * One thing that does not fit a mine that is declared stopped, with what shows it.
 *
 * @param point that showed it; empty for the mine as a whole
 * @param seen the figure that was seen
 * @param limit the figure of the rule that it is above
 * @param since when it was seen first
 */
public record Sign(Kind kind, String point, double seen, double limit, Instant since) {
  /** What does not fit. */
  public enum Kind {
    /** More people at one place than are permitted in a stopped mine. */
    PERSONS(Watched.PERSONS, "停产期间同一作业地点人数超限", "more people at one place than permitted"),
    /** The hoist runs for longer than upkeep needs. */
    HOIST(Watched.HOIST, "停产期间提升机长时间运行", "the hoist runs for long"),
    /** The belt runs. */
    BELT(Watched.BELT, "停产期间带式输送机运行", "the belt runs"),
    /** An auxiliary fan that stood still for a part of the stop runs. */
    FAN(Watched.FAN, "停用的局部通风机重新运转", "a fan that stood still runs"),
    /** More power than the mine takes at rest, pumps left out. */
    POWER(Watched.POWER, "用电高于停产基线", "more power than at rest"),
    /** The stop did not let the power fall, pumps left out. */
    NOT_FALLEN(Watched.POWER, "停产后用电未下降", "the power did not fall with the stop"),
    /** The hoist has a greater share of the power than while the mine worked. */
    HOIST_SHARE(Watched.HOIST, "提升用电占比高于生产期间", "the hoist's share of the power rose"),
    /** The hoist's share of the power is about what it was while the mine worked. */
    HOIST_KEPT(Watched.HOIST, "停产后提升用电占比未下降", "the hoist's share of the power did not fall"),
    /** Night after night more power than by day, pumps left out. */
    NIGHT_PEAKS(Watched.POWER, "夜间用电规律性高峰", "power peaks night after night"),
    /** Loaded trucks leave. */
    TRUCKS(Watched.TRUCKS, "停产期间运煤车辆出矿", "loaded trucks leave");

    private final Watched source;
    private final String chinese;
    private final String english;

    Kind(Watched source, String chinese, String english) {
      this.source = source;
      this.chinese = chinese;
      this.english = english;
    }

    /** What it is seen by: two signs of one source may have one harmless cause. */
    public Watched source() {
      return source;
    }

    public String chinese() {
      return chinese;
    }

    public String english() {
      return english;
    }
  }

  /** What was seen, in both languages, with its figures. */
  public String words() {
    String at = point.isEmpty() ? "" : " " + point;
    return String.format(
        Locale.ROOT,
        "%s %s%s: %.2f > %.2f, %s",
        kind.chinese(),
        kind.english(),
        at,
        seen,
        limit,
        since);
  }
}
