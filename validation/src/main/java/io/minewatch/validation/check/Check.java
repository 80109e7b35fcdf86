package io.minewatch.validation.check;

import io.minewatch.validation.score.Section;
import java.io.IOException;
import java.nio.file.Path;

/** One kind of recorded set, and the detectors that are judged on it. */
public interface Check {
  /** The folder below the recordings that it needs; empty if none. */
  String folder();

  /**
   * Runs the detectors.
   *
   * @throws IOException if a recording cannot be read
   */
  Section run(Path recordings) throws IOException;
}
