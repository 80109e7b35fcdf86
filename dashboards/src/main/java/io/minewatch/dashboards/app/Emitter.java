package io.minewatch.dashboards.app;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.minewatch.dashboards.board.Boards;
import io.minewatch.dashboards.board.ShownLimit;
import io.minewatch.dashboards.grafana.Dashboard;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns dashboards into the text of files: the same text on every machine. */
final class Emitter {
  private static final String LIMITS = "/shown-limits.json";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Emitter() {}

  /** Returns the text of each file by its name. */
  static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Dashboard dashboard : dashboards()) {
      files.put(dashboard.uid() + ".json", text(dashboard));
    }
    return files;
  }

  static List<Dashboard> dashboards() throws IOException {
    return Boards.all(limits().methane());
  }

  private static String text(Dashboard dashboard) throws IOException {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    return JSON.writer(printer).writeValueAsString(dashboard) + "\n";
  }

  private static Limits limits() throws IOException {
    try (InputStream in = Emitter.class.getResourceAsStream(LIMITS)) {
      if (in == null) {
        throw new IOException(LIMITS + " is not there");
      }
      return JSON.readValue(in, Limits.class);
    }
  }

  /** The file of limits that are drawn. */
  record Limits(ShownLimit methane) {}
}
