package io.minewatch.bench.app;

import io.minewatch.bench.engine.Engine;
import io.minewatch.bench.measure.Contest;
import io.minewatch.bench.measure.Spread;
import io.minewatch.bench.slots.BareSlot;
import io.minewatch.bench.slots.Footprint;
import io.minewatch.bench.slots.Judging;
import io.minewatch.bench.slots.ProductSlot;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Workload;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What early warnings at every point cost, in turns with limits alone over the same messages. */
final class EarlyRun {
  private EarlyRun() {}

  /** Gives 0 when every figure stands. */
  static int run(Form form, Clock clock, Consumer<String> tell) throws Exception {
    long start = clock.millis() / 1_000 * 1_000;
    Mix mix = Mix.national(form.seed(), form.mines(), start);
    tell.accept("limits alone: " + Footprint.of(mix, Judging.LIMITS));
    tell.accept("with early warnings: " + Footprint.of(mix, Judging.EARLY));
    Workload workload = new Workload(mix);
    Map<String, Contest.Entry> entries;
    try (Engine engine = Engine.start()) {
      entries =
          new Contest(workload, tell)
              .run(
                  List.of(
                      new Contest.Side(
                          new BareSlot(BareSlot.Time.STANDS, Judging.LIMITS), form.stretch()),
                      new Contest.Side(
                          new BareSlot(BareSlot.Time.STANDS, Judging.EARLY), form.stretch()),
                      new Contest.Side(new ProductSlot(engine, Judging.LIMITS), form.stretch()),
                      new Contest.Side(new ProductSlot(engine, Judging.EARLY), form.stretch())),
                  form.warming(),
                  form.rounds());
    }
    boolean stands = true;
    for (Contest.Entry entry : entries.values()) {
      tell.accept("%-3s %s  %s".formatted(entry.id(), words(entry.cost()), entry.what()));
      entry.faults().forEach(fault -> tell.accept("    VOID: " + fault));
      stands &= entry.faults().isEmpty();
    }
    tell.accept("S0E / S0 " + words(ratio(entries, "S0")));
    tell.accept("SE / S " + words(ratio(entries, "S")));
    return stands ? 0 : 1;
  }

  private static Spread ratio(Map<String, Contest.Entry> entries, String id) {
    Contest.Entry early = Objects.requireNonNull(entries.get(id + "E"));
    return Objects.requireNonNull(entries.get(id)).ratioOf(early);
  }

  private static String words(Spread spread) {
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", spread.median(), spread.least(), spread.greatest());
  }
}
