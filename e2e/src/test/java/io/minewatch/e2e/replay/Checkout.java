package io.minewatch.e2e.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files of the checkout and beside it, wherever the test is started from. */
final class Checkout {
  private static final Path RECORDING =
      Path.of("shared", "data", "methane-longwall", "methane-train.arff.gz");

  private Checkout() {}

  /** The rule packs that we ship. */
  static Path rules() {
    return root().resolve("rules");
  }

  /** The registry of the demo mine. */
  static Path demoMines() {
    return root().resolve("deploy").resolve("demo");
  }

  private static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("rules").resolve("platform.yaml"))) {
        return at;
      }
    }
    throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " is ours");
  }

  /** The recorded longwall beside the checkout; skips the test, and says so, where it is absent. */
  static Path longwall() {
    Path file = root().resolveSibling(RECORDING);
    if (!Files.isRegularFile(file)) {
      System.out.println("SKIPPED: no recorded longwall at " + file);
    }
    Assumptions.assumeTrue(Files.isRegularFile(file), "no recorded longwall at " + file);
    return file;
  }
}
