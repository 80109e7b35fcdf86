package io.minewatch.alerting.overview;

import io.minewatch.domain.feed.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An area as it is now. A late word changes the next overview, a missing one makes its mine one
 * that is not heard, and a mine that is given twice counts twice.
 *
 * @param at wall time as of which it holds
 * @param area codes from the province down; empty for all in scope
 * @param sum everything in the area
 * @param rows one for each area right below, or for each mine where none lies between, by code
 */
public record Overview(Instant at, List<String> area, AreaRow sum, List<AreaRow> rows) {
  /** The mines of the area among these, added up by what lies right below it. */
  public static Overview of(List<MineNow> mines, List<String> area, Freshness terms, Instant now) {
    AreaRow sum = AreaRow.empty();
    SortedMap<String, AreaRow> rows = new TreeMap<>();
    for (MineNow mine : mines) {
      List<String> path = mine.path();
      if (path.size() >= area.size() && path.subList(0, area.size()).equals(area)) {
        AreaRow row = row(mine, area.size(), known(mine, terms, now));
        rows.merge(row.code(), row, AreaRow::and);
        sum = sum.and(row);
      }
    }
    return new Overview(now, List.copyOf(area), sum, new ArrayList<>(rows.values()));
  }

  private static AreaRow row(MineNow mine, int depth, AreaRow.Known known) {
    List<String> path = mine.path();
    int last = path.size() - 1;
    boolean reached = depth >= last;
    return new AreaRow(
        path.get(reached ? last : depth),
        reached ? AreaRow.Kind.MINE : AreaRow.Kind.AREA,
        reached ? mine.name() : "",
        reached ? mine.nameEnglish() : "",
        known,
        mine.incidents());
  }

  private static AreaRow.Known known(MineNow mine, Freshness terms, Instant now) {
    Summary summary = mine.summary();
    if (summary == null || !terms.isHeard(summary.at(), now)) {
      return AreaRow.Known.SILENT_MINE;
    }
    boolean placed = terms.isPlaced(mine.lastFix(), mine.tagPeriod(), now);
    return new AreaRow.Known(
        1,
        0,
        placed ? 0 : 1,
        summary.points(),
        summary.heard(),
        summary.dark(),
        summary.blind(),
        summary.gateways().stream().mapToLong(Summary.Gateway::missing).sum(),
        placed ? summary.underground() : 0);
  }
}
