package io.minewatch.ingest.simulator;

/**
 * The air of one zone with an auxiliary fan: while the fan stands, gas gathers; when it runs again,
 * the gas is blown away.
 */
final class Air {
  /** In this time still air takes in as much gas again as there is in moving air. */
  private static final double GATHER_SECONDS = 90;

  /** What still moves when the fan stands, as a share. */
  private static final double DRAUGHT = 0.1;

  private double gathered = 1;
  private double moving = 1;

  /**
   * Goes on by one step.
   *
   * @param fan what the fan's switch shows, 0 for standing and 1 for running
   */
  void step(double fan, double seconds) {
    moving = fan;
    gathered += (1 - fan * gathered) * Math.min(1, seconds / GATHER_SECONDS);
  }

  /** How many times the gas of moving air there is. */
  double gathered() {
    return gathered;
  }

  /** How much of its usual speed the air has. */
  double speed() {
    return DRAUGHT + (1 - DRAUGHT) * moving;
  }
}
