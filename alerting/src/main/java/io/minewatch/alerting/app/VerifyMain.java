package io.minewatch.alerting.app;

import io.minewatch.alerting.evidence.Checked;
import io.minewatch.alerting.evidence.LedgerCheck;
import io.minewatch.alerting.evidence.PackCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Checks a ledger: of a database, or of an evidence pack. Ends with 0 when it is as it was written,
 * with 1 when it is not, naming the first row, and with 2 when it cannot be checked.
 */
public final class VerifyMain {
  private static final int ALTERED = 1;
  private static final int NOT_CHECKED = 2;
  private static final String USAGE =
      """
      usage: verify [--database JDBC-URL [--user NAME] | --file PACK.zip] [--root ROW:HASH]...
        without a database or file: journal.db in MINEWATCH_HOME (default ./var)
        --root: a daily root that was noted elsewhere
        password of a database: MINEWATCH_ALERTING_DATABASE_PASSWORD""";

  private VerifyMain() {}

  public static void main(String[] args) {
    System.exit(run(args, System.getenv(), System.out));
  }

  static int run(String[] args, Map<String, String> environment, PrintStream out) {
    Map<String, String> told = new HashMap<>();
    Map<Long, String> roots = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      boolean known = args[i].matches("--(database|user|file|root)") && i + 1 < args.length;
      if (known && args[i].equals("--root") && args[i + 1].matches("\\d{1,18}:[0-9a-f]{64}")) {
        String[] parts = args[i + 1].split(":", -1);
        roots.put(Long.valueOf(parts[0]), parts[1]);
      } else if (!known || args[i].equals("--root") || told.put(args[i], args[i + 1]) != null) {
        out.println(USAGE);
        return NOT_CHECKED;
      }
    }
    if (told.containsKey("--file") && told.containsKey("--database")) {
      out.println(USAGE);
      return NOT_CHECKED;
    }
    try {
      return tell(
          told.containsKey("--file") ? pack(told, roots) : database(told, environment, roots), out);
    } catch (IOException | SQLException e) {
      out.println("cannot be checked: " + e.getMessage());
      return NOT_CHECKED;
    }
  }

  private static Checked pack(Map<String, String> told, Map<Long, String> roots)
      throws IOException {
    try (InputStream zip = Files.newInputStream(Path.of(told.getOrDefault("--file", "")))) {
      return PackCheck.of(zip, roots);
    }
  }

  private static Checked database(
      Map<String, String> told, Map<String, String> environment, Map<Long, String> roots)
      throws SQLException {
    Path home = Path.of(environment.getOrDefault("MINEWATCH_HOME", "var"));
    String url = told.getOrDefault("--database", "jdbc:sqlite:" + home.resolve("journal.db"));
    Properties properties = new Properties();
    if (url.startsWith("jdbc:sqlite:")) {
      Path file = Path.of(url.substring("jdbc:sqlite:".length()));
      if (!Files.isRegularFile(file)) {
        throw new SQLException("there is no file " + file);
      }
      properties.setProperty("open_mode", "1"); // SQLITE_OPEN_READONLY
    } else {
      properties.setProperty("user", told.getOrDefault("--user", ""));
      properties.setProperty(
          "password", environment.getOrDefault(AlertingSettings.PREFIX + "DATABASE_PASSWORD", ""));
    }
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      return LedgerCheck.of(connection, roots);
    }
  }

  private static int tell(Checked checked, PrintStream out) {
    if (checked.fault() != null) {
      out.println("ALTERED: " + checked.fault());
      out.println("good up to row " + checked.last() + ", hash " + checked.hash());
      return ALTERED;
    }
    out.println("intact: " + checked.rows() + " rows, the last is " + checked.last());
    out.println("hash " + checked.hash());
    return 0;
  }
}
