package io.minewatch.standalone.app;

import io.minewatch.standalone.doctor.Report;
import io.minewatch.standalone.examine.Examiner;
import io.minewatch.standalone.examine.Installation;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks at an installation and says what is wrong and what to do: of the one process in {@code
 * MINEWATCH_HOME}, or of programs of their own by their settings. Ends with 0 when nothing is
 * wrong, with 1 when something is, with 2 when it is called wrongly.
 */
public final class DoctorMain {
  private static final int WRONG_USE = 2;

  /** Summaries come every few seconds: two of each mine are heard. */
  private static final Duration LISTEN = Duration.ofSeconds(12);

  private static final Set<String> PROGRAMS =
      Set.of("--broker", "--judge", "--archive", "--alerting");

  private static final String USAGE =
      """
      usage: doctor [--broker FILE|env] [--judge FILE|env] [--archive FILE|env] [--alerting FILE]
        without programs: the one process whose home is MINEWATCH_HOME (default ./var)
        secrets come from the environment, as each program has them\
      """;

  private DoctorMain() {}

  public static void main(String[] args) {
    System.setProperty("logback.configurationFile", "minewatch-doctor-logback.xml");
    System.exit(run(args, System.getenv(), System.out, Clock.systemUTC(), LISTEN));
  }

  static int run(
      String[] args,
      Map<String, String> environment,
      PrintStream out,
      Clock clock,
      Duration listen) {
    Map<String, String> told = new TreeMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!PROGRAMS.contains(args[i])
          || i + 1 == args.length
          || told.put(args[i], args[i + 1]) != null) {
        out.println(USAGE);
        return WRONG_USE;
      }
    }
    Installation at;
    if (told.isEmpty()) {
      Path home = Path.of(environment.getOrDefault("MINEWATCH_HOME", "var")).toAbsolutePath();
      if (!Files.isDirectory(home)) {
        out.println("there is no folder " + home + System.lineSeparator() + USAGE);
        return WRONG_USE;
      }
      at = HomeToLookAt.of(home, environment);
    } else {
      at = ProgramsToLookAt.of(told, environment);
    }
    Report report = Report.of(new Examiner(at, clock, listen).look());
    out.print(report.table());
    return report.isWrong() ? 1 : 0;
  }
}
