package io.minewatch.bench.workload;

import io.minewatch.bench.script.Calendar;
import io.minewatch.bench.script.Fault;
import io.minewatch.bench.script.PointKind;
import io.minewatch.bench.script.Scenario;
import io.minewatch.domain.reading.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Draws the messages of one gateway: values wander around each point's mean with memory, at a
 * resolution of 0.01, and never leave the quiet range but by the script.
 */
final class GatewayDrawer {
  /** One gateway in so many has a wrong clock. */
  private static final int WRONG_CLOCKS = 20;

  private static final long WRONG_BY_MILLIS = 120_000;

  /** One point in so many is out of patrol and says so. */
  private static final int NOT_PATROLLED = 100;

  /** How much of the last value stays in the next one. */
  private static final double MEMORY = 0.8;

  private final Mix mix;
  private final String mine;
  private final Random random;

  GatewayDrawer(Mix mix, String mine, Random random) {
    this.mix = mix;
    this.mine = mine;
    this.random = random;
  }

  /**
   * Draws one gateway and adds its faults to the list.
   *
   * @param lastWord the point that must have the last word, if it is here
   */
  Gateway draw(String id, List<PointSlot> points, PointSlot lastWord, List<Fault> faults) {
    long skewMillis = mix.isPaced() ? momentMillis() : skewMillis();
    FaultDrawer drawer = new FaultDrawer(mix, mine, random);
    List<@Nullable Fault> byPlace = new ArrayList<>();
    String[] quality = new String[points.size()];
    for (int i = 0; i < quality.length; i++) {
      PointSlot point = points.get(i);
      Fault drawn = drawer.draw(point, skewMillis);
      Fault fault =
          point.equals(lastWord) && !mix.isPaced() ? drawer.lastWord(point, skewMillis) : drawn;
      // In a paced run all would be lost at once in its first seconds, as at no time in a nation.
      boolean unpatrolled = random.nextInt(NOT_PATROLLED) == 0 && !mix.isPaced();
      quality[i] = unpatrolled && fault == null ? "NOT_PATROLLED" : "";
      byPlace.add(fault);
    }
    byPlace.stream().filter(Objects::nonNull).forEach(faults::add);
    int[][] values = quietValues(points);
    Template[] ring = new Template[mix.ring()];
    for (int r = 0; r < ring.length; r++) {
      ring[r] = Template.ofReadings(mine, id, points, new Cycle(values[r], quality, byPlace, -1));
    }
    @Nullable Template[] faulty = new Template[Calendar.PERIOD_CYCLES];
    for (int c = 0; c < faulty.length; c++) {
      Cycle cycle = new Cycle(values[c % mix.ring()], quality, byPlace, c);
      faulty[c] = cycle.isQuiet() ? null : Template.ofReadings(mine, id, points, cycle);
    }
    String topic = "mw/v1/" + mine + "/" + id + "/readings";
    return Gateway.ofReadings(
        topic, points, new Gateway.Clockwork(skewMillis, mix.pace().cycleMillis()), ring, faulty);
  }

  private long skewMillis() {
    long skew = random.nextInt(WRONG_CLOCKS) == 0 ? WRONG_BY_MILLIS : 0;
    return random.nextBoolean() ? skew : -skew;
  }

  /** When in its period a gateway measures, in whole seconds: its stamps can say no more. */
  private long momentMillis() {
    return random.nextInt((int) (mix.pace().cycleMillis() / 1_000)) * 1_000L;
  }

  private int[][] quietValues(List<PointSlot> points) {
    int[][] values = new int[mix.ring()][points.size()];
    for (int i = 0; i < points.size(); i++) {
      PointKind kind = points.get(i).kind();
      double away = random.nextGaussian();
      for (int r = 0; r < values.length; r++) {
        away = MEMORY * away + Math.sqrt(1 - MEMORY * MEMORY) * random.nextGaussian();
        double spreads =
            Math.max(-PointKind.QUIET_SPREADS, Math.min(PointKind.QUIET_SPREADS, away));
        values[r][i] = kind.mean() + (int) Math.round(spreads * kind.spread());
      }
    }
    return values;
  }

  /** What the points say in one cycle of the period; cycle -1 is before any fault. */
  private static final class Cycle implements Template.Sampled {
    private final int[] values;
    private final String[] qualities;
    private final List<@Nullable Fault> faults;
    private final int cycle;

    Cycle(int[] values, String[] qualities, List<@Nullable Fault> faults, int cycle) {
      this.values = values;
      this.qualities = qualities;
      this.faults = faults;
      this.cycle = cycle;
    }

    boolean isQuiet() {
      return faults.stream().allMatch(fault -> fault == null || fault.beat(cycle) == null);
    }

    private Scenario.@Nullable Beat beat(int place) {
      Fault fault = faults.get(place);
      return fault == null ? null : fault.beat(cycle);
    }

    @Override
    public int value(int place) {
      Scenario.Beat beat = beat(place);
      Fault fault = faults.get(place);
      return beat == null || fault == null ? values[place] : fault.value(beat);
    }

    @Override
    public String quality(int place) {
      Scenario.Beat beat = beat(place);
      if (beat == null) {
        return qualities[place];
      }
      return beat.quality() == Quality.GOOD ? "" : beat.quality().name();
    }
  }
}
