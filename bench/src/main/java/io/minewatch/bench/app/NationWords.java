package io.minewatch.bench.app;

import io.minewatch.bench.nation.Figures;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The figures of a paced run for a terminal. */
final class NationWords {
  private NationWords() {}

  static void tell(Figures figures, Consumer<String> progress) {
    Figures.Load load = figures.load();
    progress.accept(
        String.format(
            Locale.ROOT,
            "%.0f readings and positions a second in %.0f messages, %.0f s; %d facts of %d; drained"
                + " in %.1f s",
            load.perSecond(),
            load.messagesPerSecond(),
            load.timedSeconds(),
            load.found(),
            load.expected(),
            load.drainSeconds()));
    figures.latencies().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each -> {
              Figures.Latency at = each.getValue();
              progress.accept(
                  String.format(
                      Locale.ROOT,
                      "  %-65s p50 %8.1f  p99 %8.1f  most %8.1f ms (%d)",
                      each.getKey(),
                      at.p50(),
                      at.p99(),
                      at.most(),
                      at.count()));
            });
    for (Figures.Bill bill : figures.bill()) {
      progress.accept(
          String.format(
              Locale.ROOT,
              "  %-22s %7.3f CPU-s per million  %5.2f cores  %6d MiB",
              bill.part(),
              bill.perMillion(),
              bill.cores(),
              bill.peakMebibytes()));
    }
    if (figures.store() != null) {
      progress.accept("  " + figures.store());
    }
    if (figures.recovery() != null) {
      progress.accept("  " + figures.recovery());
    }
    figures
        .peers()
        .forEach(
            (peer, faults) ->
                progress.accept(
                    "  " + peer + (faults.isEmpty() ? ": all found" : " VOID: " + faults)));
    figures.notes().forEach(note -> progress.accept("  " + note));
    figures.faults().forEach(fault -> progress.accept("  VOID: " + fault));
  }
}
