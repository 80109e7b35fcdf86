package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.journal.FourLineRows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the four lines ask of the database; how long that takes, {@code bench inspect} tells. */
class FourLineStatementsTest extends FourLinesDatabase {
  private static final String SAID = "Executing prepared SQL statement [";

  /** More than are named to the database. */
  private static final int MANY = FourLineRows.MOST_NAMED + 100;

  private final Logger jdbc =
      (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    jdbc.addAppender(log);
    jdbc.setAdditive(false);
    jdbc.setLevel(Level.DEBUG);
  }

  @AfterEach
  void listenNoMore() {
    jdbc.setLevel(null);
    jdbc.setAdditive(true);
    jdbc.detachAppender(log);
  }

  @Test
  void noMoreIsAskedForMoreMinesAndNoTableIsReadFromEndToEnd() throws Exception {
    fill(MANY);
    for (By by : By.values()) {
      List<String> few = asked(by, 10);
      assertThat(few).as("the statements are seen at all").isNotEmpty();
      assertThat(asked(by, 100)).as("100 mines, by %s", by).hasSameSizeAs(few);
      assertThat(asked(by, MANY)).as("%d mines, by %s", MANY, by).hasSameSizeAs(few);
    }
  }

  /** Every mine is cut off twice, in the same two hours: what is asked by time is asked once. */
  private void fill(int mines) {
    database.write(
        () -> {
          for (int mine = 0; mine < mines; mine++) {
            for (int hour : new int[] {1, 5}) {
              String id = "f" + mine + "-" + hour;
              store.fourLines().keep(cut(id, mine, T.plus(Duration.ofHours(hour))));
            }
          }
          return true;
        });
  }

  /** The statements of one answer. */
  private List<String> asked(By by, int mines) throws Exception {
    FourLines lines = lines(mines);
    log.list.clear();
    lines.index(question(by, mines));
    List<String> asked = new ArrayList<>();
    for (ILoggingEvent event : List.copyOf(log.list)) {
      String said = event.getFormattedMessage();
      if (said.startsWith(SAID) && event.getThreadName().equals(Thread.currentThread().getName())) {
        asked.add(said.substring(SAID.length(), said.length() - 1));
      }
    }
    for (String each : new HashSet<>(asked)) {
      assertThat(plan(each)).as(each).noneMatch(step -> step.startsWith("SCAN four_line"));
    }
    return asked;
  }

  /** How SQLite does it. */
  private Set<String> plan(String statement) throws SQLException {
    Set<String> steps = new HashSet<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        PreparedStatement explain =
            connection.prepareStatement("explain query plan " + statement)) {
      for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
        explain.setObject(i, null);
      }
      try (ResultSet answer = explain.executeQuery()) {
        while (answer.next()) {
          steps.add(answer.getString("detail"));
        }
      }
    }
    return steps;
  }
}
