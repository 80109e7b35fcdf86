package io.minewatch.alerting.evidence;

import io.minewatch.alerting.evidence.Readings.Hour;
import io.minewatch.alerting.evidence.Readings.Proof;
import io.minewatch.alerting.evidence.Readings.Reading;
import io.minewatch.alerting.journal.DataRootRows;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.ledger.Merkle;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the readings of an incident's points from its onset to its end, and proves them. */
final class ReadingsOf {
  /** Readings in one pack. */
  static final int MOST = 20_000;

  /** Hours in one pack, from the onset. */
  static final int MOST_HOURS = 48;

  private static final JsonMapper JSON = JsonMapper.builder().build();
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
        for (Map.Entry<Measure, Set<String>> each : points.entrySet()) {
          Hour one = hour(view.mine(), each.getKey(), each.getValue(), hour, room);
          room -= one.readings().size();
          hours.add(one);
        }
        hour = DataRoots.next(hour, until);
      }
      note = hour == null ? "" : "only the first " + MOST_HOURS + " hours";
    } catch (SeriesException e) {
      note = "the series store did not answer for " + hour + " and later: " + e.getMessage();
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
    List<Recorded> all =
        Leaves.ordered(series.recorded(new MineCode(mine), measure, DataRoots.span(hour)));
    Merkle tree = Merkle.of(Leaves.texts(all));
    Row row = roots.find(mine, hour);
    String told = row == null ? null : told(row, measure);
    Proof proof = proof(row, told, DataRoots.root(all.size(), tree), all.isEmpty());
    List<Reading> readings = new ArrayList<>();
    int leftOut = 0;
    for (int i = 0; i < all.size(); i++) {
      Recorded each = all.get(i);
      if (points.contains(each.point())) {
        if (readings.size() == room) {
          leftOut++;
        } else {
          List<String> path = proof == Proof.PROVEN ? tree.path(i) : List.of();
          readings.add(
              new Reading(
                  each.point(), each.at(), Leaves.value(each), each.quality().name(), i, path));
        }
      }
    }
    return new Hour(
        measure.name(),
        measure.unit(),
        hour,
        proof,
        row == null ? 0 : row.entry().seq(),
        all.size(),
        leftOut,
        readings);
  }

  private static Proof proof(
      @Nullable Row row, @Nullable String told, String found, boolean empty) {
    if (row == null) {
      return Proof.NO_ROOT;
    }
    boolean same = told == null ? empty : told.equals(found);
    return same ? Proof.PROVEN : Proof.CHANGED;
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
