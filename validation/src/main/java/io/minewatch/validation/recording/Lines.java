package io.minewatch.validation.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Lines of a packed text, as they are; {@code .gz}. */
public final class Lines {
  private Lines() {}

  /**
   * Reads a whole file.
   *
   * @throws IOException if it cannot be read
   */
  public static List<String> read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = new GZIPInputStream(bytes);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }
}
