package io.minewatch.bench.nation;

import io.minewatch.bench.measure.Machine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the figures of a run that has ended. */
final class Accounts {
  private static final double NANOS = 1e9;

  private final Round round;

  Accounts(Round round) {
    this.round = round;
  }

  Figures figures(String command, String started, Machine before) {
    Openings openings = new Openings(round);
    Verdicts verdicts = new Verdicts(round, openings);
    return new Figures(
        command,
        started,
        before,
        Machine.here(),
        load(),
        openings.latencies(),
        openings.course(),
        Bills.of(round),
        stored(),
        openings.recovery(),
        notes(),
        verdicts.peers(),
        verdicts.faults());
  }

  private Figures.Load load() {
    Round.Look from = round.atWarm();
    Round.Look to = round.atEnd();
    double seconds = (to.nanos() - from.nanos()) / NANOS;
    return new Figures.Load(
        round.settings.broker(),
        round.settings.mines(),
        round.workload.points(),
        round.workload.tags(),
        round.settings.share().batch(),
        round.settings.pace().times(),
        (to.items() - from.items()) / seconds,
        (to.messages() - from.messages()) / seconds,
        round.settings.warm().toSeconds(),
        seconds,
        to.items() - from.items(),
        round.drain.expectedFacts(),
        round.facts().size(),
        round.drain.factsSeconds(),
        round.watch.sender().mostUnconfirmed());
  }

  private Figures.@Nullable Store stored() {
    return round.settings.store() == NationSettings.Store.NONE
        ? null
        : new Figures.Store(
            round.settings.store().name(),
            round.drain.expectedRows(),
            round.drain.rows(),
            round.drain.rowsSeconds());
  }

  private List<String> notes() {
    Kept kept = new Kept(round.platform.database());
    List<String> notes = new ArrayList<>();
    notes.add(
        "facts of every check kept by alerting: %d; heard on the bus: %d; calls placed, higher rungs"
                .formatted(kept.facts(), round.watch.witness().facts())
            + " included: "
            + kept.calls());
    notes.add(
        "every point is judged by the limits of the workload and by all rows of the platform's own"
            + " pack that are about it; the regulations' early-warning rows are not in it");
    notes.add(
        "told on the bus more than once, as it may be until alerting has confirmed, and kept once: "
            + round.watch.witness().doubled());
    notes.add(round.settings.broker().words());
    String profiled = round.settings.meddling().profile();
    if (!profiled.isEmpty()) {
      notes.add("CPU is not the product's: the flight recorder ran in " + profiled);
    }
    return notes;
  }
}
