package io.minewatch.bench.app;

import io.minewatch.bench.measure.Contest;
import io.minewatch.bench.measure.Slot;
import io.minewatch.bench.measure.Spread;
import io.minewatch.bench.report.Gate;
import io.minewatch.bench.report.Report;
import io.minewatch.bench.report.ReportFolder;
import io.minewatch.bench.slots.BareSlot;
import io.minewatch.bench.slots.FeedSlot;
import io.minewatch.bench.slots.Judging;
import io.minewatch.bench.slots.LimitSlot;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Runs the benchmark. Ends with 0 when every figure stands and every gate holds, with 1 if not. */
public final class BenchMain {
  private static final String USAGE =
      """
      usage: bench short|long [FOLDER]    run, print, and write JSON and a page (default: bench in MINEWATCH_HOME)
             bench early                  what early warnings at every point cost beside limits alone
             bench judge                  by JMH: CPU for a reading and bytes for a point, with the real rule packs
             bench wire                   by JMH: CPU and bytes allocated for reading a reading off the wire, and for writing it
             bench chain                  from a finding that arrives to its call, committed and pushed
             bench inspect                a nation's day in the four-line index, and a mine's page
             bench console                the console in a real browser: how soon, at what cost, for how many at once
             bench nation [--rate N] [--minutes M] [--broker disk|memory|mosquitto] [--store none|questdb|influxdb] [--batch N] [--mines N] [--people N] [--warm S]
                          [--interval S] [--slots N] [--kill judge] [--profile all|PART] [--faster N] [--limit] [--node-red FOLDER] [--sustained] [--name NAME]
                                          the whole platform as processes under a nation in real time
             bench only G|B1|S0|S0E|ST    run one slot over and over, for a profiler; needs no engine
      """;

  private BenchMain() {}

  @SuppressWarnings("SystemOut") // a program's output
  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("only")) {
      only(args[1]);
      return;
    }
    if (args.length == 1 && args[0].equals("early")) {
      System.exit(EarlyRun.run(Form.named("short"), Clock.systemUTC(), System.out::println));
    }
    if (args.length == 1 && args[0].equals("chain")) {
      Path folder = Files.createTempDirectory("minewatch-bench-chain");
      System.out.println("database: " + folder);
      System.exit(ChainRun.run(folder("rules"), folder("mines"), folder, System.out::println));
    }
    if (args.length == 1 && args[0].equals("inspect")) {
      Path folder = Files.createTempDirectory("minewatch-bench-inspect");
      System.out.println("database: " + folder);
      System.exit(InspectRun.run(folder, System.out::println));
    }
    if (args.length == 1 && args[0].equals("console")) {
      System.exit(
          new ConsoleRun(folder("rules"), pages(), Clock.systemUTC(), System.out::println).run());
    }
    if (args.length > 0 && args[0].equals("nation")) {
      System.exit(
          new NationRun(folder("rules"), pages(), Clock.systemUTC(), System.out::println)
              .run(List.of(args).subList(1, args.length)));
    }
    if (args.length == 1 && args[0].equals("wire")) {
      System.exit(KernelRun.wire(System.out::println));
    }
    if (args.length == 1 && args[0].equals("judge")) {
      System.exit(KernelRun.run(folder("rules"), folder("mines"), System.out::println));
    }
    if (args.length < 1 || args.length > 2 || !List.of("short", "long").contains(args[0])) {
      System.err.print(USAGE);
      System.exit(2);
    }
    Path folder = args.length > 1 ? Path.of(args[1]) : pages();
    Report report =
        new BenchRun(
                Form.named(args[0]),
                "./minewatch bench " + args[0],
                Clock.systemUTC(),
                System.out::println)
            .run();
    print(report);
    System.out.println("page: " + ReportFolder.write(report, folder).toAbsolutePath());
    System.exit(report.isGood() ? 0 : 1); // the engine's threads are not all daemons
  }

  /** Where pages are written unless another folder is named. */
  private static Path pages() {
    return Path.of(System.getenv().getOrDefault("MINEWATCH_HOME", "var"), "bench");
  }

  /** The folder that the launcher names, or that of the source tree. */
  private static Path folder(String what) {
    boolean isRules = what.equals("rules");
    String named = System.getenv(isRules ? "MINEWATCH_RULES" : "MINEWATCH_MINES");
    return Path.of(named == null ? (isRules ? "rules" : "deploy/demo") : named);
  }

  private static void print(Report report) {
    for (Report.Stage stage : report.stages()) {
      System.out.printf("%n%d readings a message%n", stage.load().batch());
      for (Report.Line line : stage.slots()) {
        System.out.printf("  %-3s %-34s %s%n", line.slot(), words(line.cost()), line.what());
        line.faults().forEach(fault -> System.out.println("      VOID: " + fault));
      }
      for (Report.Ratio ratio : stage.ratios()) {
        System.out.printf("  %s / %-3s %s%n", ratio.of(), ratio.over(), words(ratio.times()));
      }
    }
    System.out.println();
    System.out.println(report.footprint());
    for (Gate.Verdict verdict : report.gates()) {
      System.out.printf(
          Locale.ROOT,
          "%-6s %s: %.2f, %s %.2f%n",
          verdict.holds() ? "holds" : "BROKEN",
          verdict.gate().name(),
          verdict.measured(),
          verdict.gate().way() == Gate.Way.AT_LEAST ? "at least" : "at most",
          verdict.gate().bound());
    }
  }

  private static String words(Spread spread) {
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", spread.median(), spread.least(), spread.greatest());
  }

  private static void only(String id) {
    Form form = Form.named("short");
    Slot slot =
        switch (id) {
          case "G" -> new FeedSlot();
          case "B1" -> new LimitSlot();
          case "S0" -> new BareSlot(BareSlot.Time.STANDS);
          case "S0E" -> new BareSlot(BareSlot.Time.STANDS, Judging.EARLY);
          case "ST" -> new BareSlot(BareSlot.Time.RUNS);
          default -> throw new IllegalArgumentException("no such slot to run alone: " + id);
        };
    long start = Clock.systemUTC().millis() / 1_000 * 1_000;
    Workload workload = new Workload(Mix.national(form.seed(), form.mines(), start));
    new Contest(workload, System.out::println)
        .run(List.of(new Contest.Side(slot, form.longStretch())), form.warming(), form.rounds());
  }
}
