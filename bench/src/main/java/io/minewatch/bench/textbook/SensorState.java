package io.minewatch.bench.textbook;

import java.util.HashMap;
import java.util.Map;

/** What the job keeps for one sensor. */
public final class SensorState {
  public long lastTime = Long.MIN_VALUE;
  public Map<String, Excursion> excursions = new HashMap<>();

  /** One excursion beyond one threshold. */
  public static final class Excursion {
    public int level;
    public int facts;
    public boolean blind;
    public long onset;
    public long safeSince = Long.MIN_VALUE;
    public double peak;
  }
}
