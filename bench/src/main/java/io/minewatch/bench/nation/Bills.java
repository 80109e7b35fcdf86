package io.minewatch.bench.nation;

import io.minewatch.bench.process.CpuTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each program cost while a run was timed. */
final class Bills {
  /** Our own process: who sends, and who reads what comes of it. */
  static final String GENERATOR = "generator and readers";

  private static final int TOLD_THREADS = 8;
  private static final double MILLION = 1e6;
  private static final double NANOS = 1e9;

  private Bills() {}

  /** Until all that was sent had come to rest: what waits at the end is paid for. */
  static List<Figures.Bill> of(Round round) {
    Round.Look from = round.atWarm();
    Round.Look to = round.atRest();
    double seconds = (to.nanos() - from.nanos()) / NANOS;
    List<Figures.Bill> bill = new ArrayList<>();
    to.cpu()
        .forEach(
            (part, cpu) -> {
              CpuTime used = cpu.since(from.cpu().getOrDefault(part, new CpuTime(0, Map.of())));
              boolean hearsReadings = part.equals(NationSettings.Peer.NODE_RED.part());
              double millions =
                  (hearsReadings ? to.readings() - from.readings() : to.items() - from.items())
                      / MILLION;
              bill.add(
                  new Figures.Bill(
                      part,
                      kind(part),
                      used.seconds(),
                      used.seconds() / millions,
                      used.seconds() / seconds,
                      peak(round, part),
                      threads(used, millions)));
            });
    return bill;
  }

  private static Figures.Kind kind(String part) {
    if (part.equals(GENERATOR)) {
      return Figures.Kind.GENERATOR;
    }
    for (NationSettings.Peer peer : NationSettings.Peer.values()) {
      if (part.startsWith(peer.part())) {
        return Figures.Kind.PEER;
      }
    }
    return Figures.Kind.PLATFORM;
  }

  private static long peak(Round round, String part) {
    return part.equals(GENERATOR) ? 0 : round.platform.part(part).peakMebibytes();
  }

  private static Map<String, Double> threads(CpuTime used, double millions) {
    Map<String, Double> dearest = new LinkedHashMap<>();
    used.byThread().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(TOLD_THREADS)
        .forEach(each -> dearest.put(each.getKey(), each.getValue() / millions));
    return dearest;
  }
}
