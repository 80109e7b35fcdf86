package io.minewatch.domain.finding;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.ClockAhead;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a system of the mine's own says that it raised: its safety monitoring (YCBJ), its personnel
 * system (RYQJ and kin), its water or slope monitoring. It is no judging of ours: it is told beside
 * it, and its end ends nothing but itself.
 *
 * @param subject the point, card, zone or substation that it names; whether there is such a one,
 *     the plan says
 * @param zone where, as the system says; null if it does not
 * @param begin event time of the years 1970 to 9999, by the clock of that system
 * @param end event time of its end, of the same years, null while it lasts; before its begin where
 *     a clock that was ahead was put right meanwhile
 * @param detail what else the system says, by the name of its field; no names of persons
 */
public record OwnAlarm(
    Kind kind,
    Subject subject,
    @Nullable ZoneId zone,
    Instant begin,
    @Nullable Instant end,
    Map<String, String> detail) {
  /** Most fields, and most characters of one; what is more is left out. */
  public static final int MAX_FIELDS = 16;

  /** Most characters of a field. */
  public static final int MAX_TEXT = 200;

  private static final Instant FIRST = Instant.EPOCH;

  /** The end of what four digits of a year can say. */
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** What can be raised. The first ten are the events of YCBJ, in its order. */
  public enum Kind {
    OVER_LIMIT("超限报警"),
    POWER_CUT("断电报警"),
    FEED_ABNORMAL("馈电异常"),
    SENSOR_LINE_BROKEN("传感器断线"),
    SUBSTATION_POWER_CUT("分站断电"),
    SUBSTATION_SILENT("分站不通"),
    CALIBRATION("标校"),
    OVER_RANGE("超量程"),
    UPPER_WARNING("超上限预警"),
    LOWER_WARNING("超下限预警"),
    OVERTIME("人员超时"),
    OVERSTAFFED("人员超员"),
    RESTRICTED_AREA("进入限制区域"),
    SPECIAL_WORKER("特种人员异常"),
    DISTRESS("人员求救"),
    WATER("水害异常"),
    SLOPE("边坡报警");

    private final String chinese;

    Kind(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  public OwnAlarm {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(begin, "begin");
    requireTime("begin", begin);
    if (end != null) {
      requireTime("end", end);
    }
    TreeMap<String, String> kept = new TreeMap<>(detail == null ? Map.of() : detail);
    kept.values().removeIf(text -> text == null || text.length() > MAX_TEXT);
    while (kept.size() > MAX_FIELDS) {
      kept.pollLastEntry();
    }
    detail = Collections.unmodifiableSortedMap(kept);
  }

  /**
   * Whether it cannot be: it is over before it began, and nothing says that a clock was put right
   * meanwhile. What says so is a begin that still lies ahead when this comes; and no clock that was
   * put right was ahead by more than a day.
   *
   * @param came when this came, or was told at the mine
   */
  public boolean endsBeforeItBegins(Instant came) {
    if (end == null || !end.isBefore(begin)) {
      return false;
    }
    boolean wasAhead = begin.isAfter(came);
    return !wasAhead || ClockAhead.isAbsurd(begin.toEpochMilli(), end.toEpochMilli());
  }

  /** Refuses a time that four digits of a year cannot say. */
  public static void requireTime(String name, Instant at) {
    if (at.isBefore(FIRST) || !at.isBefore(END)) {
      throw new IllegalArgumentException(name + " is not of the years 1970 to 9999: " + at);
    }
  }
}
