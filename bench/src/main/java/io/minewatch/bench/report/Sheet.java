package io.minewatch.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.minewatch.bench.measure.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A page of tables and bars that needs nothing but itself, and the same figures as JSON. */
public final class Sheet {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final StringBuilder out = new StringBuilder(Page.HEAD);

  public Sheet(String title) {
    out.append("<h1>").append(Page.text(title)).append("</h1>\n");
  }

  /** A paragraph. */
  public Sheet text(String words) {
    out.append("<p>").append(Page.text(words)).append("</p>\n");
    return this;
  }

  /** What makes figures void; nothing if there is nothing. */
  public Sheet faults(List<String> faults) {
    faults.forEach(
        each -> out.append("<p class=\"bad\">VOID: ").append(Page.text(each)).append("</p>\n"));
    return this;
  }

  public Sheet heading(String words) {
    out.append("<h2>").append(Page.text(words)).append("</h2>\n");
    return this;
  }

  /** A row of a table: a name, and its figures as text. */
  public record Row(String name, List<String> figures) {
    public Row {
      figures = List.copyOf(figures);
    }

    public static Row of(String name, String... figures) {
      return new Row(name, List.of(figures));
    }
  }

  /** A table. */
  public Sheet table(Row head, List<Row> rows) {
    out.append("<table><tr><th>").append(Page.text(head.name())).append("</th>");
    head.figures().forEach(each -> out.append("<th>").append(Page.text(each)).append("</th>"));
    out.append("</tr>\n");
    for (Row row : rows) {
      out.append("<tr><td>").append(Page.text(row.name())).append("</td>");
      row.figures()
          .forEach(each -> out.append("<td class=\"n\">").append(Page.text(each)).append("</td>"));
      out.append("</tr>\n");
    }
    out.append("</table>\n");
    return this;
  }

  /** One bar of a chart. */
  public record Bar(String name, double value) {}

  /** A chart of bars from zero to the widest. */
  public Sheet bars(String unit, List<Bar> bars) {
    double widest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    out.append("<table>\n");
    for (Bar bar : bars) {
      out.append("<tr><td>").append(Page.text(bar.name())).append("</td><td><div class=\"bar\">");
      out.append("<i style=\"width:").append(Page.percent(widest > 0 ? bar.value() / widest : 0));
      out.append("\"></i></div></td><td class=\"n\">").append(number(bar.value())).append(' ');
      out.append(Page.text(unit)).append("</td></tr>\n");
    }
    out.append("</table>\n");
    return this;
  }

  /** Where it was measured. */
  public Sheet machine(Machine before, Machine after) {
    heading("Machine");
    return text(
        "%s, %d cores, %d MiB; %s; %s; stolen %.2f %% since boot. Load before: %s; after: %s."
            .formatted(
                before.processor(),
                before.cores(),
                before.memoryBytes() >> 20,
                before.kernel(),
                before.java(),
                before.stealShare() * 100,
                before.load(),
                after.load()));
  }

  /** A number with three figures. */
  public static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3g" : "%.0f", value);
  }

  /**
   * Writes {@code bench-<name>.html} and the figures as {@code .json}.
   *
   * @return the page
   */
  public Path write(Object figures, Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve("bench-" + name + ".json").toFile(), figures);
    Path page = folder.resolve("bench-" + name + ".html");
    Files.writeString(page, out + "</body></html>\n");
    return page;
  }
}
