package io.minewatch.dashboards.app;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.minewatch.dashboards.board.Boards;
import io.minewatch.dashboards.grafana.Dashboard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns dashboards into the text of files: the same text on every machine. */
final class Emitter {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Emitter() {}

  /** Returns the text of each file by its name; the limits drawn are those of these packs. */
  static Map<String, String> files(Path rules) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Dashboard dashboard : dashboards(rules)) {
      files.put(dashboard.uid() + ".json", text(dashboard));
    }
    return files;
  }

  static List<Dashboard> dashboards(Path rules) throws IOException {
    return Boards.all(ShownRows.of(rules));
  }

  private static String text(Dashboard dashboard) throws IOException {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    return JSON.writer(printer).writeValueAsString(dashboard) + "\n";
  }
}
