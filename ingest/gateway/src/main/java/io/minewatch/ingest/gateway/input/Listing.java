package io.minewatch.ingest.gateway.input;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies in a folder. */
final class Listing {
  private Listing() {}

  /**
   * The paths in it.
   *
   * @throws IOException also for what the JDK throws unchecked: a network share that fails between
   *     the first name and the last
   */
  static List<Path> of(Path folder) throws IOException {
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      return all(paths);
    }
  }

  static List<Path> all(Iterable<Path> paths) throws IOException {
    List<Path> all = new ArrayList<>();
    try {
      paths.forEach(all::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return all;
  }
}
