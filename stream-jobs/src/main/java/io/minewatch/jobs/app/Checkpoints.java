package io.minewatch.jobs.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a job can resume from: {@code <job's folder>/<job id>/chk-N/_metadata}. */
public final class Checkpoints {
  private static final String PREFIX = "chk-";

  private Checkpoints() {}

  /**
   * The newest completed checkpoint. A job that resumes counts on, so that the highest number is
   * the newest whatever run it is of; the time of writing decides between equal numbers.
   */
  public static Optional<Path> newest(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(folder)) {
      return runs.filter(Files::isDirectory)
          .flatMap(Checkpoints::completed)
          .max(Comparator.comparingLong(Checkpoints::number).thenComparing(Checkpoints::written));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for checkpoints in " + folder, e);
    }
  }

  private static Stream<Path> completed(Path run) {
    try (Stream<Path> inside = Files.list(run)) {
      return inside.filter(Checkpoints::isComplete).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for checkpoints in " + run, e);
    }
  }

  private static boolean isComplete(Path checkpoint) {
    Path metadata = checkpoint.resolve("_metadata");
    return number(checkpoint) >= 0
        && Files.isRegularFile(metadata)
        && metadata.toFile().length() > 0;
  }

  private static long number(Path checkpoint) {
    String name = String.valueOf(checkpoint.getFileName());
    if (!name.startsWith(PREFIX)) {
      return -1;
    }
    try {
      return Long.parseLong(name.substring(PREFIX.length()));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static long written(Path checkpoint) {
    return checkpoint.resolve("_metadata").toFile().lastModified();
  }
}
