package io.minewatch.ingest.gateway.input;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies in a folder. */
final class Listing {
  private static final Logger LOG = LoggerFactory.getLogger(Listing.class);
  private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart", ".writing");

  private Listing() {}

  /** A file as it lay there. */
  record Found(Path path, long size, Instant written) {}

  /**
   * The files in it, oldest first, without those that are hidden or still being uploaded.
   *
   * @throws IOException as {@link #of}
   */
  static List<Found> files(Path folder) throws IOException {
    List<Found> files = new ArrayList<>();
    for (Path path : of(folder)) {
      String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
      if (!name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith)) {
        add(path, files);
      }
    }
    files.sort(Comparator.comparing(Found::written).thenComparing(Found::path));
    return files;
  }

  private static void add(Path path, List<Found> files) throws IOException {
    try {
      BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
      if (is.isRegularFile()) {
        files.add(new Found(path, is.size(), is.lastModifiedTime().toInstant()));
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{} went away by itself", path);
    }
  }

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
