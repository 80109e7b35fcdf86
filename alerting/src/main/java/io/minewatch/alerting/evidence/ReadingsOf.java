package io.minewatch.alerting.evidence;

import io.minewatch.alerting.evidence.Readings.Hour;
import io.minewatch.alerting.evidence.Readings.Proof;
import io.minewatch.alerting.evidence.Readings.Reading;
import io.minewatch.alerting.journal.DataRootRows;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.ledger.Merkle;
import io.minewatch.alerting.root.Compared;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.SeriesStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the readings of an incident's points from its onset to its end, and proves them. */
final class ReadingsOf {
  /** Readings in one pack. */
  static final int MOST = 20_000;

  /** Hours in one pack, from the onset. */
  static final int MOST_HOURS = 48;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Logger LOG = LoggerFactory.getLogger(ReadingsOf.class);
  private final SeriesStore series;
  private final DataRootRows roots;

  ReadingsOf(SeriesStore series, DataRootRows roots) {
    this.series = series;
    this.roots = roots;
  }

  /** All of an incident that was exported now. */
  Readings of(IncidentView view, Instant now) {
    Map<Measure, Set<String>> points = points(view);
    Instant until = view.stage().equals("CLOSED") ? last(view) : now;
    List<Hour> hours = new ArrayList<>();
    int room = MOST;
    String note = "";
    Instant hour = DataRoots.hourOf(view.onset());
    try {
      for (int i = 0; i < MOST_HOURS && hour != null; i++) {
        if (room == 0) {
          return new Readings(view.mine(), "only the first " + MOST + " readings", hours);
        }
        for (Map.Entry<Measure, Set<String>> each : points.entrySet()) {
          Hour one = hour(view.mine(), each.getKey(), each.getValue(), hour, room);
          room -= one.readings().size();
          hours.add(one);
        }
        hour = DataRoots.next(hour, until);
      }
      note = hour == null ? "" : "only the first " + MOST_HOURS + " hours";
      if (hours.stream().anyMatch(each -> each.leftOut() > 0)) {
        note = "only the first " + MOST + " readings";
      }
    } catch (RuntimeException e) {
      LOG.warn("the readings of {} from {} on cannot be read", view.id(), hour, e);
      note = "the series store gave no readings of " + hour + " and later: " + e.getMessage();
    }
    return new Readings(view.mine(), note, hours);
  }

  private static Map<Measure, Set<String>> points(IncidentView view) {
    Map<Measure, Set<String>> points = new EnumMap<>(Measure.class);
    for (IncidentView.FindingView each : view.findings()) {
      String point = each.point();
      String measure = each.measure();
      if (point != null && measure != null) {
        points.computeIfAbsent(Measure.valueOf(measure), m -> new HashSet<>()).add(point);
      }
    }
    return points;
  }

  private static Instant last(IncidentView view) {
    List<IncidentView.TimelineRow> rows = view.timeline();
    return rows.isEmpty() ? view.onset() : rows.get(rows.size() - 1).at();
  }

  private Hour hour(String mine, Measure measure, Set<String> points, Instant hour, int room) {
    HourTree all = HourTree.of(series, new MineCode(mine), measure, hour, points, room);
    Merkle tree = all.tree();
    Row row = roots.find(mine, hour);
    String told = row == null ? null : told(row, measure);
    Compared compared =
        row == null ? Compared.NOT_TOLD : compared(row.entry().content(), measure.name());
    Proof proof = proof(row, told, all, compared);
    List<Reading> readings = new ArrayList<>();
    for (HourTree.Leaf leaf : all.kept()) {
      Recorded each = leaf.reading();
      List<String> path =
          proof == Proof.PROVEN && tree != null ? tree.path(leaf.index()) : List.of();
      readings.add(
          new Reading(
              each.point(), each.at(), Leaves.value(each), each.word(), leaf.index(), path));
    }
    return new Hour(
        measure.name(),
        measure.unit(),
        hour,
        proof,
        row == null ? 0 : row.entry().seq(),
        all.count(),
        all.leftOut(),
        compared,
        readings);
  }

  private static Proof proof(
      @Nullable Row row, @Nullable String told, HourTree all, Compared compared) {
    if (row == null) {
      return Proof.NO_ROOT;
    }
    if (told != null && told.startsWith(DataRoots.LEFT_OUT)) {
      return Proof.NOT_MADE;
    }
    boolean same = told == null ? all.count() == 0 : told.equals(all.told());
    return !same ? Proof.CHANGED : compared.isDoubtful() ? Proof.DOUBTED : Proof.PROVEN;
  }

  /** What a row of the ledger says came of the comparison of a measure. */
  static Compared compared(String content, String measure) {
    String said = told(content, measure + HourRow.COMPARED);
    return said == null ? Compared.NOT_TOLD : Compared.valueOf(said);
  }

  /** What a row of the ledger tells of a measure, or null. */
  static @Nullable String told(Row row, Measure measure) {
    return told(row.entry().content(), measure.name());
  }

  static @Nullable String told(String content, String measure) {
    JsonNode told = JSON.readTree(content).get(measure);
    return told == null ? null : told.asString();
  }
}
