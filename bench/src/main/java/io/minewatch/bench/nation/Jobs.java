package io.minewatch.bench.nation;

import io.minewatch.bench.process.Part;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Timetable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the two jobs of a run are told, and when one of them hears. */
final class Jobs {
  private Jobs() {}

  /** The arguments of a job, its slots, mines and interval among them. */
  static List<String> told(Platform.Run run, int brokerPort, String... more) {
    String mines = run.workload().mines().stream().map(Mine::code).collect(Collectors.joining(","));
    NationSettings.Checkpointing checkpoints = run.settings().checkpoints();
    List<String> told = new ArrayList<>(List.of(more));
    told.add("broker=tcp://127.0.0.1:" + brokerPort);
    told.add("slots=" + checkpoints.slots());
    told.add("interval=" + checkpoints.interval());
    told.add("rate=" + ratePerSlot(run));
    told.add("mines=" + (checkpoints.slots() == 1 ? "" : mines));
    return told;
  }

  /** Messages a second for each slot. */
  private static int ratePerSlot(Platform.Run run) {
    double messages = Timetable.messagesPerSecond(run.workload());
    return (int) Math.ceil(messages / run.settings().checkpoints().slots());
  }

  /**
   * Waits until every slot of the archive job has subscribed: before a client's first subscription
   * a broker keeps nothing for it, and here no gateway waits for a receipt and sends again.
   */
  static void awaitHearing(Part archive, int slots, int brokerPort, Duration patience) {
    for (int slot = 0; slot < slots; slot++) {
      archive.awaitWord(
          "-archive-%d at tcp://127.0.0.1:%d is connected".formatted(slot, brokerPort), patience);
    }
  }
}
