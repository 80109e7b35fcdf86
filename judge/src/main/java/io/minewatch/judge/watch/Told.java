package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.MineCode;
import java.util.function.Consumer;

/**
 * When something is told to a watch, and where its findings go.
 *
 * @param planVersion the plan that is judged by
 * @param now our time, milliseconds since 1970 UTC
 * @param resumed when this judge began to listen: silence before it is our own
 */
public record Told(
    MineCode mine, long planVersion, long now, long resumed, Consumer<Finding> findings) {
  public void tell(Finding finding) {
    findings.accept(finding);
  }
}
