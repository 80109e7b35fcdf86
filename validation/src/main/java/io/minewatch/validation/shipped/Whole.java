package io.minewatch.validation.shipped;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A mine judged whole by {@link MineJudge}, as the job does: one message a row, sent at its time.
 */
public final class Whole {
  private static final GatewayId GATEWAY = new GatewayId("recorded");

  private final MineMemory memory;
  private final long began;
  private final List<Finding> findings = new ArrayList<>();
  private long sequence;

  /**
   * Begins with nothing heard.
   *
   * @param began milliseconds since 1970 UTC
   */
  public Whole(Plan plan, long began) {
    this.memory = new MineMemory(plan, began);
    this.began = began;
  }

  /** One row, measured and received at that time, milliseconds since 1970 UTC; rows in order. */
  public void row(long at, String unit, Map<String, Double> values) {
    time(at);
    ReadingBatch batch = new ReadingBatch();
    values.forEach((point, value) -> batch.add(point, value, unit, at, Quality.GOOD));
    Verdicts out = new Verdicts();
    Origin origin = new Origin("recorded", GATEWAY, "session", sequence++, Lane.LIVE, at);
    MineJudge.onReadings(memory, batch, origin, new Moment(at, began), out);
    findings.addAll(out.findings());
    time(at);
  }

  private void time(long now) {
    if (now >= MineJudge.wakeAt(memory)) {
      Verdicts out = new Verdicts();
      MineJudge.onTime(memory, new Moment(now, began), out);
      findings.addAll(out.findings());
    }
  }

  /** All findings so far, in the order in which they were told. */
  public List<Finding> findings() {
    return findings;
  }
}
