package io.minewatch.house;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Recorded series that nobody of this project made and that are no part of it. The folder is told
 * by the system property {@value #PROPERTY}; without it, or without the file in it, the test that
 * asks is skipped and says so.
 */
public final class Recordings {
  /** Names the folder of the recorded series. */
  public static final String PROPERTY = "minewatch.recordings";

  private Recordings() {}

  /** A file of the recordings, by its path below their folder. */
  public static Path file(String name) {
    String folder = System.getProperty(PROPERTY, "");
    Path file = Path.of(folder).resolve(name);
    boolean there = !folder.isEmpty() && Files.isRegularFile(file);
    String missing =
        folder.isEmpty()
            ? "-D" + PROPERTY + " does not tell where " + name + " is"
            : "no recording at " + file;
    if (!there) {
      System.out.println("SKIPPED: " + missing);
    }
    Assumptions.assumeTrue(there, missing);
    return file;
  }

  /** The folder of all of them; skips the test, and says so, where none is told. */
  public static Path folder() {
    String folder = System.getProperty(PROPERTY, "");
    boolean there = !folder.isEmpty() && Files.isDirectory(Path.of(folder));
    String missing = "-D" + PROPERTY + " names no folder, but '" + folder + "'";
    if (!there) {
      System.out.println("SKIPPED: " + missing);
    }
    Assumptions.assumeTrue(there, missing);
    return Path.of(folder);
  }

  /** Six columns of a longwall, a row every 30 s. */
  public static Path longwall() {
    return file("methane-longwall/methane-train.arff.gz");
  }
}
