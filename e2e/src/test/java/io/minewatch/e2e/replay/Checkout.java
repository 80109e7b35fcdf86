package io.minewatch.e2e.replay;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the checkout, wherever the test is started from. */
final class Checkout {
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
}
