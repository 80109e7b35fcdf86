package io.minewatch.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recorded series beside the checkout; not part of it. */
public final class Recordings {
  private static final Path LONGWALL =
      Path.of("../../../shared/data/methane-longwall/methane-train.arff.gz");

  private Recordings() {}

  /** The recorded longwall; skips the test, and says so, where it is absent. */
  public static Path longwall() {
    boolean there = Files.exists(LONGWALL);
    if (!there) {
      System.out.println("skipped: no recorded longwall at " + LONGWALL);
    }
    Assumptions.assumeTrue(there, "no recorded longwall at " + LONGWALL);
    return LONGWALL;
  }
}
