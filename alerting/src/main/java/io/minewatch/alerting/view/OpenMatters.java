package io.minewatch.alerting.view;

import io.minewatch.alerting.desk.Troubles.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is open in a scope at one time: what one shift hands over to the next. No list is longer
 * than {@link #MOST}; how many there are stands beside it. Times are wall time, the measured ones
 * excepted.
 *
 * @param mines in scope of which anything is to be said, the worst first
 * @param minesTotal of the scope
 * @param incidents the worst first
 * @param version of what a person answers for: incidents, their levels, stages and orders
 * @param inside people in zones that were ordered empty, each once, drills left out
 * @param insideUnknown whether an order stands of which no count has come, or not all are listed
 * @param points that cannot be relied on, named one by one where few mines are in scope
 * @param pointsNamed whether they are
 * @param pointsTotal how many, by the mines' own counts where they are not named
 * @param unheard mines of which nothing is heard now: their points and gateways are unknown
 * @param gateways that do not speak, of the mines that are heard
 * @param gaps of the roster in the days to come
 * @param troubles of the platform itself
 */
public record OpenMatters(
    Instant at,
    String version,
    List<MineLine> mines,
    int minesTotal,
    List<IncidentLine> incidents,
    int incidentsTotal,
    int inside,
    boolean insideUnknown,
    List<PointLine> points,
    boolean pointsNamed,
    int pointsTotal,
    int unheard,
    List<GatewayLine> gateways,
    int gatewaysTotal,
    List<GapLine> gaps,
    int gapsTotal,
    List<Trouble> troubles) {
  /** Of each list. */
  public static final int MOST = 200;

  /** What is called how in both languages. */
  public record Name(String id, String chinese, String english) {}

  /**
   * A mine in numbers.
   *
   * @param said when its judging was heard last; null for never
   * @param heard whether that is late enough to say something about now
   * @param underground null where nothing was ever counted
   * @param placed whether positions are new enough for that to be of now
   * @param dark points not heard
   * @param blind points that cannot be relied on any more
   */
  public record MineLine(
      Name mine,
      @Nullable Instant said,
      boolean heard,
      @Nullable Integer underground,
      boolean placed,
      int points,
      int dark,
      int blind,
      long missing,
      int notJudged) {
    /** Whether there is nothing to be said of it. */
    public boolean needsNoWord() {
      return heard && placed && dark + blind + notJudged == 0 && missing == 0;
    }
  }

  /**
   * An open incident.
   *
   * @param place where, or what it is about
   * @param due what is owed next; null where nothing is
   * @param shelved until when it is put aside; null where it is not
   * @param orders to withdraw that stand
   * @param inside people still inside, by the last count; null where no order stands
   */
  public record IncidentLine(
      String id,
      Name mine,
      Name place,
      Name what,
      String severity,
      String stage,
      boolean drill,
      Instant onset,
      @Nullable String due,
      @Nullable Instant dueAt,
      @Nullable Instant shelved,
      @Nullable String shelvedBy,
      int orders,
      @Nullable Integer inside) {}

  /**
   * A point that cannot be relied on.
   *
   * @param why a name of {@code Quality}, {@code STALE} for a point that has fallen silent, {@code
   *     NEVER} for one that was never heard
   * @param measured when its newest reading was measured; null for never
   */
  public record PointLine(Name mine, Name point, String why, @Nullable Instant measured) {}

  /** A gateway that does not speak; its state is a name of {@code GatewayStatus.State}. */
  public record GatewayLine(Name mine, String gateway, String state, Instant heard) {}

  /** A time in which nobody holds a rung. */
  public record GapLine(Name mine, int rung, Name position, Instant from, Instant until) {}
}
