package io.minewatch.ingest.sparkplug.names;

import io.minewatch.domain.reading.Name;
import io.minewatch.ingest.sparkplug.message.NodeId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which metric is which point: rows, the first that fits counts; where none does, the metric's own
 * path is the name. Whether there is such a point, the mine's plan says, as of every reading.
 */
public final class PointNames {
  /** Most rows. */
  public static final int MAX_ROWS = 100_000;

  /** The first line of the file. */
  public static final String HEAD = "node,device,metric,point,unit";

  private static final String LEFT_OUT = "-";
  private static final int COLUMNS = 5;

  private final List<Row> rows;

  /**
   * What becomes of a metric.
   *
   * @param name of the point
   * @param unit of its values, empty if the metric itself or the plan says it
   */
  public record Point(String name, String unit) {}

  /** Why a metric is no point: left out on purpose, or refused with a reason. */
  public record NoPoint(String reason) {
    /** Whether somebody wrote that it is not wanted. */
    public boolean isLeftOut() {
      return reason.isEmpty();
    }
  }

  /** One or the other. */
  public record Answer(@Nullable Point point, @Nullable NoPoint none) {}

  private record Row(String node, String device, String metric, String point, String unit) {
    boolean fits(String ofNode, String ofDevice, String name) {
      return fits(node, ofNode) && fits(device, ofDevice) && fits(metric, name);
    }

    private static boolean fits(String wanted, String given) {
      return wanted.endsWith("*")
          ? given.startsWith(wanted.substring(0, wanted.length() - 1))
          : wanted.equals(given);
    }
  }

  private PointNames(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Without rows: each metric by its own path. */
  public static PointNames own() {
    return new PointNames(List.of());
  }

  /**
   * Reads rows: {@code group/node,device,metric,point,unit}, the device empty for metrics of the
   * node itself, a star at the end of one of the first three for whatever follows, {@code -} as the
   * point for what is not wanted, the unit empty if the metric tells it.
   *
   * @param lines the first is {@link #HEAD}; empty ones and such that begin with # are passed over
   * @throws IllegalArgumentException naming the line, if one is wrong
   */
  public static PointNames parse(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    boolean begun = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (!begun) {
        require(line.equals(HEAD), i, "the first line is " + HEAD);
        begun = true;
        continue;
      }
      rows.add(row(line, i));
      require(rows.size() <= MAX_ROWS, i, "at most " + MAX_ROWS + " rows are read");
    }
    require(begun, 0, "the first line is " + HEAD);
    return new PointNames(rows);
  }

  private static Row row(String line, int i) {
    String[] parts = line.split(",", -1);
    require(parts.length == COLUMNS, i, "a row is " + HEAD);
    String point = parts[3].strip();
    boolean wild = parts[0].endsWith("*") || parts[1].endsWith("*") || parts[2].endsWith("*");
    require(point.equals(LEFT_OUT) || Name.isValid(point), i, "'" + point + "' is no point");
    require(point.equals(LEFT_OUT) || !wild, i, "many metrics cannot be one point");
    return new Row(parts[0].strip(), parts[1].strip(), parts[2].strip(), point, parts[4].strip());
  }

  private static void require(boolean condition, int i, String what) {
    if (!condition) {
      throw new IllegalArgumentException("line " + (i + 1) + ": " + what);
    }
  }

  /** Finds the point of a metric. */
  public Answer point(NodeId node, String device, String metric) {
    String path = node.toString();
    for (Row row : rows) {
      if (row.fits(path, device, metric)) {
        return row.point().equals(LEFT_OUT)
            ? new Answer(null, new NoPoint(""))
            : new Answer(new Point(row.point(), row.unit()), null);
      }
    }
    String own =
        node.node() + ":" + (device.isEmpty() ? "" : device + ":") + metric.replace('/', ':');
    return Name.isValid(own)
        ? new Answer(new Point(own, ""), null)
        : new Answer(null, new NoPoint("'" + own + "' is no legal name of a point: give it a row"));
  }
}
