package io.minewatch.judge.mine;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.limit.Fact;
import io.minewatch.judge.watch.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one input, in the order in which it is to be told. Refusals are bounded: the
 * first {@value #MAX_TOLD} of a message are told one by one, the rest in one that counts them.
 */
public final class Verdicts {
  /** Enough to see what is wrong with a gateway; not an echo of its stream. */
  public static final int MAX_TOLD = 5;

  private static final String BY = "judge";

  private final List<Finding> findings = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private @Nullable Muster muster;
  private @Nullable Summary summary;
  private int refused;
  private int noted;
  private int doubles;
  private @Nullable RejectReason lastReason;
  private String lastDetail = "";

  /** Facts on their way to become findings; empty again after every point. */
  final List<Fact> facts = new ArrayList<>();

  public List<Finding> findings() {
    return findings;
  }

  public List<Rejection> rejections() {
    return rejections;
  }

  public @Nullable Muster muster() {
    return muster;
  }

  public @Nullable Summary summary() {
    return summary;
  }

  /** Messages left out because they were here before. */
  public int doubles() {
    return doubles;
  }

  /** Counts a message that was here before. */
  void countDouble() {
    doubles++;
  }

  /** What a watch is told with; its findings come here. */
  Told told(MineMemory memory, Moment moment) {
    return new Told(
        memory.mine(),
        memory.plan().version(),
        moment.now(),
        moment.resumed(),
        finding -> tell(finding, memory, moment));
  }

  /** Tells a finding that nothing is made of: one of the past, or of a change of the plan. */
  void tell(Finding finding) {
    findings.add(finding);
  }

  /** Tells a finding; what a mine's own conditions make of it is told after it. */
  private void tell(Finding told, MineMemory memory, Moment moment) {
    // The mine's own systems have clocks of their own.
    Finding finding = told.check() == Check.REPORTED ? told : byClock(told, memory);
    findings.add(finding);
    if (finding.lane() == Lane.LIVE) {
      memory.watches.hear(finding, () -> told(memory, moment));
    }
  }

  /** Who told a point's last reading is known; of all else, only how far ahead its time lies. */
  private static Finding byClock(Finding told, MineMemory memory) {
    PointId point = told.point();
    int p = point == null ? -1 : memory.index.find(point.value(), 0);
    long ahead =
        p < 0
            ? Math.max(0, told.measured().toEpochMilli() - told.received().toEpochMilli())
            : memory.gateways().clockError(memory.points.source(p));
    return told.byClock(ahead);
  }

  /** Adds a refusal of a whole message. */
  public void tell(Rejection rejection) {
    rejections.add(rejection);
  }

  void tell(Muster counted) {
    muster = counted;
  }

  void tell(Summary of) {
    summary = of;
  }

  void refuse(RejectReason reason, String detail, Origin origin, long now) {
    refused++;
    if (refused <= MAX_TOLD) {
      rejections.add(rejection(reason, detail, origin, now));
    }
    lastReason = reason;
    lastDetail = detail;
  }

  /** Tells of what is taken, but not as it came; it does not count as refused. */
  void note(RejectReason reason, String detail, Origin origin, long now) {
    noted++;
    if (noted <= MAX_TOLD) {
      rejections.add(rejection(reason, detail, origin, now));
    }
  }

  /** Ends a message: tells of the refusals that were only counted; gives how many there were. */
  int endMessage(Origin origin, long now) {
    int all = refused;
    noted = 0;
    if (refused > MAX_TOLD && lastReason != null) {
      String more = (refused - MAX_TOLD) + " more refused in this message, the last: ";
      rejections.add(rejection(lastReason, more + lastDetail, origin, now));
    }
    refused = 0;
    return all;
  }

  private static Rejection rejection(RejectReason reason, String detail, Origin from, long now) {
    Instant at = Instant.ofEpochMilli(now);
    return new Rejection(
        at, BY, from.topic(), reason, detail, from.session(), from.sequence(), detail);
  }
}
