package io.minewatch.bench.slots;

import io.minewatch.bench.engine.Envelopes;
import io.minewatch.bench.measure.Outcome;
import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.jobs.state.MineState;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The product's judging path without the engine: decode, judge, encode what follows. */
final class BareJudge {
  private final Map<String, MineState> states = new HashMap<>();
  private final Map<String, Integer> underground = new HashMap<>();
  private final ReadingBatch batch = new ReadingBatch();
  private final List<Told> told = new ArrayList<>();
  private final long resumed;
  private final BareSlot.Time time;
  private long messages;
  private long readings;
  private long fixes;
  private long bytesTold;

  BareJudge(Workload workload, BareSlot.Time time, Judging judging) {
    this.time = time;
    resumed = workload.mix().startMillis();
    for (Mine mine : workload.mines()) {
      MineState state = new MineState();
      byte[] payload = Messages.write(judging.of(mine.plan()));
      state.begin(read(payload), payload, resumed);
      states.put(mine.code(), state);
    }
  }

  /** Reads the plan as a job does, so that it is kept as a job keeps it. */
  private static Plan read(byte[] payload) {
    try {
      return Messages.read(payload, Plan.class);
    } catch (WireException e) {
      throw new IllegalStateException(e.detail(), e);
    }
  }

  void judge(Parcel parcel) {
    Envelope message = Envelopes.of(parcel);
    Topic topic = Objects.requireNonNull(Topic.parse(message.topic()));
    MineMemory memory = Objects.requireNonNull(state(topic.mine().value()).memory());
    long now = message.receivedMillis();
    if (time == BareSlot.Time.RUNS) {
      passTime(memory, now);
    }
    Verdicts out = new Verdicts();
    try {
      judge(memory, message, topic, new Moment(now, resumed), out);
    } catch (WireException e) {
      throw new IllegalStateException(e.detail(), e);
    }
    tell(out);
    messages++;
  }

  private void passTime(MineMemory memory, long now) {
    for (long due = MineJudge.wakeAt(memory); due <= now; due = MineJudge.wakeAt(memory)) {
      Verdicts out = new Verdicts();
      MineJudge.onTime(memory, new Moment(due, resumed), out);
      tell(out);
    }
  }

  private void judge(MineMemory memory, Envelope message, Topic topic, Moment moment, Verdicts out)
      throws WireException {
    Origin origin =
        new Origin(
            message.topic(),
            Objects.requireNonNull(topic.gateway()),
            message.session(),
            message.sequence(),
            message.lane(),
            message.receivedMillis());
    if (topic.kind() == Topic.Kind.READINGS) {
      Senml.read(message, topic, batch);
      MineJudge.onReadings(memory, batch, origin, moment, out);
      readings += batch.size();
    } else {
      List<String> refused = new ArrayList<>();
      List<Fix> read = Positions.read(message.payload(), refused);
      MineJudge.onFixes(memory, read, refused, origin, moment, out);
      fixes += read.size();
    }
  }

  private void tell(Verdicts out) {
    for (Finding finding : out.findings()) {
      bytesTold += Messages.write(finding).length;
      if (finding.check() == Check.LIMIT) { // the oracle knows of no other
        told.add(Tellers.told(finding));
      }
    }
    if (out.muster() != null) {
      bytesTold += Messages.write(out.muster()).length;
    }
    Summary summary = out.summary();
    if (summary != null) {
      bytesTold += Messages.write(summary).length;
      underground.put(summary.mine().value(), summary.underground());
    }
    if (!out.rejections().isEmpty()) {
      throw new IllegalStateException("refused: " + out.rejections().get(0));
    }
  }

  MineState state(String mine) {
    return Objects.requireNonNull(states.get(mine));
  }

  /** Heads underground as the mine's summary says at this time. */
  int underground(String mine, long now) {
    Verdicts out = new Verdicts();
    MineMemory memory = Objects.requireNonNull(state(mine).memory());
    MineJudge.onTime(memory, new Moment(now, resumed), out);
    tell(out);
    return Objects.requireNonNull(underground.get(mine));
  }

  Outcome.Count seen() {
    return new Outcome.Count(messages, readings, fixes);
  }

  List<Told> told() {
    return told;
  }

  /** Bytes of all that was said. */
  long bytesTold() {
    return bytesTold;
  }
}
