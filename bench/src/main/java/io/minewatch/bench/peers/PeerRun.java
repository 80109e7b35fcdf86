package io.minewatch.bench.peers;

import io.minewatch.bench.report.Sheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A peer's program: the contest, told, as JSON and as a page. */
public final class PeerRun {
  private static final int MINES = 20;
  private static final int ROUNDS = 5;

  private PeerRun() {}

  /**
   * Runs the contest of one peer.
   *
   * @param arguments folder of the page, then the number of mines and of rounds, if others
   * @param startMillis measured time of the first message
   * @return 0 when all figures stand
   */
  @SuppressWarnings("SystemOut") // a program's output
  public static int run(Supplier<PeerEngine> engines, String[] arguments, long startMillis)
      throws Exception {
    int mines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MINES;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS;
    PeerEngine engine = engines.get();
    PeerSlot peer = new PeerSlot(engine);
    PeerContest.Lines lines =
        new PeerContest(mines, rounds, startMillis / 1_000 * 1_000, System.out::println).run(peer);
    lines.lines().forEach(line -> System.out.println(words(line)));
    engine.close();
    String name = "peer-" + peer.id().toLowerCase(Locale.ROOT);
    System.out.println("page: " + page(lines).write(lines, Path.of(arguments[0]), name));
    return lines.lines().stream().allMatch(line -> line.faults().isEmpty()) ? 0 : 1;
  }

  private static String words(PeerContest.Line line) {
    return String.format(
        Locale.ROOT,
        "%3d a message  %-3s %8.3f (%.3f to %.3f) CPU-s per million, %.2f (%.2f to %.2f) times S %s",
        line.batch(),
        line.slot(),
        line.cost().median(),
        line.cost().least(),
        line.cost().greatest(),
        line.timesOurs().median(),
        line.timesOurs().least(),
        line.timesOurs().greatest(),
        line.faults());
  }

  private static Sheet page(PeerContest.Lines lines) {
    Sheet sheet = new Sheet("Minewatch bench, engines alone beside " + lines.peer());
    lines.lines().forEach(line -> sheet.faults(line.faults()));
    for (int batch :
        lines.lines().stream().mapToInt(PeerContest.Line::batch).distinct().toArray()) {
      sheet.heading(batch + " readings a message: CPU-seconds for a million");
      List<Sheet.Bar> bars = new ArrayList<>();
      List<Sheet.Row> rows = new ArrayList<>();
      for (PeerContest.Line line : lines.lines()) {
        if (line.batch() == batch) {
          bars.add(new Sheet.Bar(line.slot() + " " + line.what(), line.cost().median()));
          rows.add(Sheet.Row.of(line.slot(), words(line)));
        }
      }
      sheet.bars("CPU-s", bars).table(Sheet.Row.of("slot", "median and range"), rows);
    }
    return sheet.machine(lines.before(), lines.after());
  }
}
