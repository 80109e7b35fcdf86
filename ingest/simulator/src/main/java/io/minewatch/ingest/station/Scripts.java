package io.minewatch.ingest.station;

import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.script.ScriptText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scripts by name: {@code demo}, {@code quiet}, or a file. */
public final class Scripts {
  private Scripts() {}

  /** The script of the demo, for the demo's mine. */
  public static Script demo() {
    try (InputStream in = Scripts.class.getResourceAsStream("demo.script")) {
      if (in == null) {
        throw new IllegalStateException("demo.script is missing from the program");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ScriptText.parse(List.of(text.split("\n", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A script by name.
   *
   * @throws IllegalArgumentException if the script is not understood
   */
  public static Script named(String name) throws IOException {
    return switch (name) {
      case "demo" -> demo();
      case "quiet" -> Script.QUIET;
      default -> ScriptText.parse(Files.readAllLines(Path.of(name)));
    };
  }
}
