package io.minewatch.bench.nation;

import io.minewatch.bench.oracle.Oracle;
import io.minewatch.bench.oracle.Score;
import io.minewatch.bench.workload.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why a run has no figures: nothing may be missed, doubled, invented, or other than planned. */
final class Verdicts {
  /**
   * The sender shares the cores with all that it loads. Latency counts from the plan, so that a
   * late message makes no figure better; one that is later than this is another load.
   */
  private static final double MOST_LATE_MILLIS = 50;

  private static final double MOST_WAITING_SECONDS = 2;

  private final Round round;
  private final Openings openings;

  Verdicts(Round round, Openings openings) {
    this.round = round;
    this.openings = openings;
  }

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Score score =
        Score.of(
            Oracle.expectedOfCycles(round.workload, round.cycles()),
            round.facts().stream().map(Kept::told).toList());
    if (!score.isClean()) {
      faults.add(score.inWords());
    }
    Kept kept = new Kept(round.platform.database());
    fault(faults, kept.doubledCalls(), "calls are there twice");
    fault(faults, kept.uncalled(), "incidents have no call");
    fault(faults, round.watch.sender().refused(), "messages were refused by the broker");
    fault(
        faults,
        round.platform.droppedMessages(),
        "messages were dropped by the broker (of Mosquitto: clients lost some)");
    fault(faults, openings.unplaced(), "openings are kept and have joined no incident with a call");
    Figures.Recovery recovery = openings.recovery();
    if (recovery != null && Double.isNaN(recovery.firstCallSeconds())) {
      faults.add("no call came after the kill");
    }
    sender(faults);
    if (round.settings.store() != NationSettings.Store.NONE) {
      long missing = round.drain.expectedRows() - round.drain.rows();
      fault(faults, missing, "readings are not in the store");
    }
    return faults;
  }

  /** A load that is not the one that was planned voids the run. */
  private void sender(List<String> faults) {
    double late = round.watch.sender().late().getValueAtPercentile(99) / 1e3;
    if (late > MOST_LATE_MILLIS) {
      faults.add("messages left up to %.0f ms late at p99".formatted(late));
    }
    double waiting =
        round.atEnd().unconfirmed() / (Timetable.messagesPerSecond(round.workload) + 1);
    if (waiting > MOST_WAITING_SECONDS) {
      faults.add("the broker was %.1f s of messages behind in the end".formatted(waiting));
    }
  }

  /** The same of each peer. */
  Map<String, List<String>> peers() {
    Map<String, List<String>> faults = new TreeMap<>();
    round
        .ofPeers()
        .forEach(
            (peer, told) -> {
              Score own = Score.of(Oracle.expectedOfCycles(round.workload, round.cycles()), told);
              faults.put(peer.part(), own.isClean() ? List.of() : List.of(own.inWords()));
            });
    return faults;
  }

  private static void fault(List<String> faults, long count, String what) {
    if (count != 0) {
      faults.add(count + " " + what);
    }
  }
}
