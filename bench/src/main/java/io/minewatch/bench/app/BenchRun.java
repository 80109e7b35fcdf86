package io.minewatch.bench.app;

import io.minewatch.bench.engine.Engine;
import io.minewatch.bench.measure.Contest;
import io.minewatch.bench.measure.Machine;
import io.minewatch.bench.report.Gate;
import io.minewatch.bench.report.Report;
import io.minewatch.bench.slots.BareSlot;
import io.minewatch.bench.slots.FeedSlot;
import io.minewatch.bench.slots.Footprint;
import io.minewatch.bench.slots.LimitSlot;
import io.minewatch.bench.slots.ProductSlot;
import io.minewatch.bench.slots.TextbookSlot;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Runs one form of the benchmark and writes down what it measured. */
final class BenchRun {
  private final Form form;
  private final String command;
  private final Clock clock;
  private final Consumer<String> progress;

  BenchRun(Form form, String command, Clock clock, Consumer<String> progress) {
    this.form = form;
    this.command = command;
    this.clock = clock;
    this.progress = progress;
  }

  Report run() throws Exception {
    Instant started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Machine before = Machine.here();
    Mix mix = Mix.national(form.seed(), form.mines(), started.toEpochMilli());
    progress.accept("measuring what is kept of a point and of a person");
    Footprint footprint = Footprint.of(mix);
    List<Report.Stage> stages = new ArrayList<>();
    try (Engine engine = Engine.start()) {
      for (int batch : form.batches()) {
        stages.add(stage(engine, mix.withBatch(batch)));
      }
    }
    Duration took = Duration.between(started, clock.instant());
    return new Report(
        form.name(),
        command,
        started.toString(),
        took.toMillis() / 1e3,
        before,
        Machine.here(),
        stages,
        footprint,
        verdicts(stages, footprint));
  }

  private Report.Stage stage(Engine engine, Mix mix) {
    Workload workload = new Workload(mix);
    progress.accept(
        "%d mines, %d points, %d people, %d readings a message"
            .formatted(mix.mines(), workload.points(), workload.tags(), mix.batch()));
    Map<String, Contest.Entry> entries =
        new Contest(workload, progress)
            .run(
                List.of(
                    new Contest.Side(new FeedSlot(), form.longStretch()),
                    new Contest.Side(new LimitSlot(), form.longStretch()),
                    new Contest.Side(new BareSlot(BareSlot.Time.STANDS), form.stretch()),
                    new Contest.Side(new BareSlot(BareSlot.Time.RUNS), form.stretch()),
                    new Contest.Side(new ProductSlot(engine), form.stretch()),
                    new Contest.Side(new TextbookSlot(engine), form.stretch())),
                form.warming(),
                form.rounds());
    Report.Load load =
        new Report.Load(
            mix.seed(),
            mix.mines(),
            workload.points(),
            workload.tags(),
            mix.batch(),
            workload.bytesPerReading());
    List<Report.Line> lines =
        entries.values().stream()
            .map(e -> new Report.Line(e.id(), e.what(), e.cost(), e.timed().items(), e.faults()))
            .toList();
    return new Report.Stage(
        load,
        lines,
        List.of(
            ratio(entries, "B2", "S"),
            ratio(entries, "S", "B1"),
            ratio(entries, "S0", "B1"),
            ratio(entries, "S", "S0"),
            ratio(entries, "ST", "S0")));
  }

  private static Report.Ratio ratio(Map<String, Contest.Entry> entries, String of, String over) {
    Contest.Entry cheap = Objects.requireNonNull(entries.get(over));
    Contest.Entry dear = Objects.requireNonNull(entries.get(of));
    return new Report.Ratio(of, over, cheap.ratioOf(dear));
  }

  private List<Gate.Verdict> verdicts(List<Report.Stage> stages, Footprint footprint) {
    Report.Stage standard =
        stages.stream()
            .filter(stage -> stage.load().batch() == Form.STANDARD_BATCH)
            .findFirst()
            .orElseThrow();
    Form.Gates gates = form.gates();
    return List.of(
        gates.textbook().judge(median(standard, "B2", "S")),
        gates.limit().judge(median(standard, "S", "B1")),
        gates.engine().judge(median(standard, "S", "S0")),
        gates.heap().judge(footprint.heapPerPoint()),
        gates.checkpoint().judge(footprint.checkpointPerPoint()));
  }

  private static double median(Report.Stage stage, String of, String over) {
    return stage.ratios().stream()
        .filter(ratio -> ratio.of().equals(of) && ratio.over().equals(over))
        .findFirst()
        .orElseThrow()
        .times()
        .median();
  }
}
