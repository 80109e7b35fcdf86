package io.minewatch.alerting.app;

import io.minewatch.alerting.backup.Backup;
import io.minewatch.alerting.desk.Renumbering;
import io.minewatch.alerting.evidence.Checked;
import io.minewatch.alerting.evidence.LedgerCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code BackupMain make FILE} and {@code BackupMain restore FILE}: a checked copy of what alerting
 * keeps, and back. Ends with 0 when it is done, with 1 when the ledger is not as it was written,
 * with 2 when nothing could be done.
 */
public final class BackupMain {
  private static final int ALTERED = 1;
  private static final int NOT_DONE = 2;
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String USAGE =
      """
      usage: backup FILE [--database jdbc:sqlite:DATABASE]
             restore FILE [--database jdbc:sqlite:DATABASE]
             restore --database jdbc:postgresql://… --user NAME    after pg_restore
        without a database: journal.db in MINEWATCH_HOME (default ./var)
        password of a database: MINEWATCH_ALERTING_DATABASE_PASSWORD
        a PostgreSQL is backed up by pg_dump: docs/operations.md""";

  private BackupMain() {}

  public static void main(String[] args) {
    System.setProperty("logback.configurationFile", "minewatch-alerting-logback.xml");
    System.exit(run(args, System.getenv(), System.out, Clock.systemUTC()));
  }

  static int run(String[] args, Map<String, String> environment, PrintStream out, Clock clock) {
    Map<String, String> told = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (!args[i].startsWith("--")) {
        words.add(args[i]);
      } else if (args[i].matches("--(database|user)") && i + 1 < args.length) {
        told.put(args[i], args[++i]);
      } else {
        return usage(out);
      }
    }
    String home = environment.getOrDefault("MINEWATCH_HOME", "var");
    String url = told.getOrDefault("--database", SQLITE + Path.of(home, "journal.db"));
    String what = words.isEmpty() ? "" : words.get(0);
    try {
      if (words.size() == 2 && url.startsWith(SQLITE)) {
        Path database = Path.of(url.substring(SQLITE.length()));
        Path file = Path.of(words.get(1));
        if (what.equals("make")) {
          return make(database, file, out);
        }
        if (what.equals("restore")) {
          return restore(file, database, out, clock);
        }
      } else if (what.equals("restore") && words.size() == 1 && !url.startsWith(SQLITE)) {
        String password =
            environment.getOrDefault(AlertingSettings.PREFIX + "DATABASE_PASSWORD", "");
        return server(url, told.getOrDefault("--user", ""), password, out, clock);
      }
      return usage(out);
    } catch (FileAlreadyExistsException e) {
      out.println("not done: " + e.getMessage() + " is there, and nothing is overwritten");
    } catch (IOException | SQLException | RuntimeException e) {
      out.println("not done: " + e.getMessage());
    }
    return NOT_DONE;
  }

  private static int usage(PrintStream out) {
    out.println(USAGE);
    return NOT_DONE;
  }

  private static int make(Path database, Path file, PrintStream out)
      throws IOException, SQLException {
    Checked checked = Backup.make(database, file);
    if (checked.fault() != null) {
      return altered(checked, "no backup: the copy is left as " + file + ".part", out);
    }
    out.println("backed up to " + file + " and checked: " + rows(checked));
    return 0;
  }

  private static int restore(Path file, Path database, PrintStream out, Clock clock)
      throws IOException, SQLException {
    Checked checked = Backup.check(file);
    if (checked.fault() != null) {
      return altered(checked, "not restored", out);
    }
    tell(checked, Backup.restore(file, checked, database, clock), out);
    return 0;
  }

  private static int server(String url, String user, String password, PrintStream out, Clock clock)
      throws SQLException {
    Checked checked;
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      checked = LedgerCheck.of(connection, Map.of());
    }
    if (checked.fault() != null) {
      return altered(checked, "not taken into use", out);
    }
    tell(checked, Backup.renumber(url, user, password, checked, clock), out);
    return 0;
  }

  private static int altered(Checked checked, String so, PrintStream out) {
    out.println("ALTERED: " + checked.fault());
    out.println(so);
    return ALTERED;
  }

  private static String rows(Checked checked) {
    return "the ledger is intact up to row " + checked.last() + ", hash " + checked.hash();
  }

  private static void tell(Checked checked, Renumbering.Done done, PrintStream out) {
    out.println("restored: " + rows(checked));
    out.printf(
        "%d plans and %d order books (%d open orders) are put out anew at the start, from number %d%n",
        done.plans(), done.orderBooks(), done.openOrders(), done.from());
    out.println(
        "whatever happened after the backup is not in it: what to do now stands in"
            + " docs/operations.md, \"Backing up and restoring\"");
  }
}
