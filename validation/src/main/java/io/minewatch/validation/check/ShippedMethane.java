package io.minewatch.validation.check;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.validation.recording.Table;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import io.minewatch.validation.score.Spans;
import io.minewatch.validation.shipped.Shipped;
import io.minewatch.validation.shipped.Whole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A longwall's methane judged whole by the packs: what a dispatcher of that mine would have had.
 */
public final class ShippedMethane implements Check {
  private static final List<String> SENSORS = List.of("MM31", "MM116");

  /** Readings of the sensors step by 0.1; what moves less is noise. */
  private static final double NOISE_FLOOR = 0.05;

  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  /** What the platform's packs say of grouping: findings that begin within it are one incident. */
  private static final Duration GROUPED = Duration.ofMinutes(10);

  private static final io.minewatch.domain.finding.Check LIMIT =
      io.minewatch.domain.finding.Check.LIMIT;

  private final Path rules;

  /** Reads the packs of that folder when it runs. */
  public ShippedMethane(Path rules) {
    this.rules = rules;
  }

  @Override
  public String folder() {
    return "methane-longwall";
  }

  @Override
  public Section run(Path recordings) throws IOException {
    Table table = Table.read(recordings.resolve(folder()).resolve("methane-train.arff.gz"));
    Map<String, double[]> values = new HashMap<>();
    SENSORS.forEach(sensor -> values.put(sensor, table.numbers(sensor)));
    List<Finding> findings = judge(values, table.size());
    List<Figure> figures = new ArrayList<>();
    long end = table.size() * MethaneCheck.STEP;
    for (String sensor : SENSORS) {
      List<Finding> of = findings.stream().filter(f -> f.subject().id().equals(sensor)).toList();
      figures.addAll(limits(sensor, values.getOrDefault(sensor, new double[0]), of, end));
      figures.addAll(others(sensor, of));
    }
    return new Section(
        "Methane at a longwall, judged whole as shipped",
        "the same rows, sent as messages every 30 s",
        "the packs of rules/ as they are, for a coal face of a high-gas mine: both sensors at"
            + " location coal-face, reporting at every period, noise floor 0.05",
        "Events and crossings as above. A finding is what judging tells; findings of one place that"
            + " begin within 10 minutes of the end of another are one incident and one call (the"
            + " row grouping). Naive: a message for each crossing.",
        figures);
  }

  private List<Finding> judge(Map<String, double[]> values, int rows) {
    Shipped shipped = new Shipped(rules);
    List<Shipped.GasPoint> points =
        SENSORS.stream().map(id -> new Shipped.GasPoint(id, "PT30S", NOISE_FLOOR)).toList();
    Whole mine = new Whole(shipped.coalFace(points), START);
    for (int row = 0; row < rows; row++) {
      Map<String, Double> now = new HashMap<>();
      for (Map.Entry<String, double[]> each : values.entrySet()) {
        now.put(each.getKey(), each.getValue()[row]);
      }
      mine.row(START + row * MethaneCheck.STEP, "%CH4", now);
    }
    return mine.findings();
  }

  private static List<Figure> limits(
      String sensor, double[] values, List<Finding> findings, long end) {
    Spans events = MethaneCheck.eventsOf(values);
    Spans told = new Spans(0);
    Spans calls = new Spans(GROUPED.toMillis());
    Map<FindingId, Long> open = new HashMap<>();
    for (Finding each : findings.stream().filter(f -> f.check() == LIMIT).toList()) {
      if (each.kind() == FindingKind.OPENED) {
        open.put(each.id(), each.onset().toEpochMilli() - START);
      } else if (each.kind() == FindingKind.CLEARED) {
        Long from = open.remove(each.id());
        add(told, calls, from == null ? 0 : from, each.measured().toEpochMilli() - START);
      }
    }
    open.values().stream().sorted().forEach(from -> add(told, calls, from, end));
    int found = events.metBy(told, 0, 0);
    int wrong = told.count() - told.metBy(events, 0, 0);
    return List.of(
        Figure.alone(
            sensor + ": events found / findings of a limit at no event",
            found + " of " + events.count() + " / " + wrong),
        Figure.of(
            sensor + ": findings of a limit",
            told.count(),
            MethaneCheck.crossings(values),
            Figure.Aim.LESS),
        Figure.of(
            sensor + ": incidents that they make",
            calls.count(),
            MethaneCheck.crossings(values),
            Figure.Aim.LESS));
  }

  private static void add(Spans told, Spans calls, long from, long to) {
    told.add(from, to);
    calls.add(from, to);
  }

  /** What the other kinds of judging told, by kind and colour. */
  private static List<Figure> others(String sensor, List<Finding> findings) {
    List<Figure> figures = new ArrayList<>();
    for (var check : io.minewatch.domain.finding.Check.values()) {
      for (Severity severity : Severity.values()) {
        long told =
            findings.stream()
                .filter(f -> f.kind() == FindingKind.OPENED && f.check() == check)
                .filter(f -> f.severity() == severity && check != LIMIT)
                .count();
        if (told > 0) {
          figures.add(
              Figure.alone(
                  sensor + ": findings of " + check + ", " + severity, Long.toString(told)));
        }
      }
    }
    return figures;
  }
}
