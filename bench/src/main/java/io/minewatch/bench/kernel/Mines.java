package io.minewatch.bench.kernel;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Mines whose gateways send in turns, {@value #BATCH} readings a message, and their memories. The
 * values wander with memory around a third of the first limit; now and then one point comes near
 * it. The same seed sends the same.
 */
final class Mines {
  /** Readings in a message. */
  static final int BATCH = 30;

  private static final long SEED = 20_260_101;
  private static final long PERIOD_MILLIS = 10_000;
  private static final int RING = 64;
  private static final long START = 1_767_225_600_000L; // 2026-01-01T00:00:00Z

  private final List<MineMemory> memories = new ArrayList<>();
  private final String[] names;
  private final String unit;
  private final double[] values;
  private final ReadingBatch batch = new ReadingBatch();
  private final List<GatewayId> gateways = new ArrayList<>();
  private long sent;

  Mines(List<Plan> plans) {
    if (plans.isEmpty()) {
      throw new IllegalArgumentException("no mines");
    }
    for (Plan plan : plans) {
      memories.add(new MineMemory(plan, START));
    }
    Plan first = plans.get(0);
    names = first.points().stream().map(p -> p.id().value()).toArray(String[]::new);
    unit = first.points().get(0).measure().wireUnit();
    for (int g = 0; g < names.length / BATCH; g++) {
      gateways.add(new GatewayId("g" + g));
    }
    values = course(new Random(SEED), names.length);
  }

  /** Of each point a ring of values: wandering with memory, in steps of the display. */
  private static double[] course(Random random, int points) {
    double[] values = new double[points * RING];
    for (int p = 0; p < points; p++) {
      double off = 0;
      for (int i = 0; i < RING; i++) {
        off = 0.9 * off + 0.01 * random.nextGaussian();
        values[p * RING + i] = Math.round((0.3 + off) * 100) / 100.0;
      }
    }
    return values;
  }

  List<MineMemory> memories() {
    return memories;
  }

  /** Messages until every point has spoken once. */
  int round() {
    return memories.size() * gateways.size();
  }

  /** The next message, decoded. */
  ReadingBatch next() {
    long measured = measured();
    int place = (int) (sent / round() % RING);
    int first = gateway() * BATCH;
    batch.clear();
    for (int p = first; p < first + BATCH; p++) {
      batch.add(names[p], values[p * RING + place], unit, measured, Quality.GOOD);
    }
    return batch;
  }

  /** The next message as it comes from the broker. */
  Envelope encoded() {
    Topic topic = topic();
    return new Envelope(
        topic.toString(),
        Senml.writeJson(topic, next()),
        ContentTypes.SENML_JSON,
        "s1",
        sent / round(),
        Lane.LIVE,
        measured());
  }

  /** Reads a message. */
  ReadingBatch decode(Envelope message, Topic topic) throws WireException {
    Senml.read(message, topic, batch);
    return batch;
  }

  Topic topic() {
    return Topic.of(Topic.Kind.READINGS, memories.get(mine()).mine(), gateways.get(gateway()));
  }

  /** Judges the next message; gives how many findings follow. */
  int judge(ReadingBatch message) {
    MineMemory memory = memories.get(mine());
    long now = measured();
    Verdicts out = new Verdicts();
    MineJudge.onReadings(memory, message, origin(now), new Moment(now, START), out);
    sent++;
    return out.findings().size();
  }

  /** The same, after everything that is due by then. */
  int judgeOnTime(ReadingBatch message) {
    MineMemory memory = memories.get(mine());
    long now = measured();
    Verdicts out = new Verdicts();
    for (long due = MineJudge.wakeAt(memory); due <= now; due = MineJudge.wakeAt(memory)) {
      MineJudge.onTime(memory, new Moment(due, START), out);
    }
    return out.findings().size() + judge(message);
  }

  private Origin origin(long now) {
    return new Origin("readings", gateways.get(gateway()), "s1", sent / round(), Lane.LIVE, now);
  }

  private int mine() {
    return (int) (sent / gateways.size() % memories.size());
  }

  private int gateway() {
    return (int) (sent % gateways.size());
  }

  private long measured() {
    return START + sent / round() * PERIOD_MILLIS;
  }
}
