package io.minewatch.standalone.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where the parts of the running process answer, told in its home: they take any free port. */
record Addresses(URI broker, URI console, URI series) {
  private static final String FILE = "addresses.properties";

  /**
   * Where they answer, or answered before a kill; null where none is running.
   *
   * @throws IllegalArgumentException if the file is none of ours
   */
  static @Nullable Addresses read(Path home) throws IOException {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return null;
    }
    Properties told = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      told.load(in);
    }
    return new Addresses(uri(told, "broker"), uri(told, "console"), uri(told, "series"));
  }

  private static URI uri(Properties told, String name) {
    String text = told.getProperty(name);
    if (text == null) {
      throw new IllegalArgumentException(FILE + " does not tell " + name);
    }
    return URI.create(text);
  }

  void write(Path home) throws IOException {
    Properties told = new Properties();
    told.setProperty("broker", broker.toString());
    told.setProperty("console", console.toString());
    told.setProperty("series", series.toString());
    try (Writer out = Files.newBufferedWriter(home.resolve(FILE))) {
      told.store(out, null);
    }
  }

  static void forget(Path home) throws IOException {
    Files.deleteIfExists(home.resolve(FILE));
  }
}
