package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.Row;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.fourline.Spans;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was found before there was an index. */
class FourLineFillTest extends FourLinesDatabase {
  @Test
  void whatWasFoundBeforeThereWasAnIndexIsCountedOnce() throws Exception {
    FourLines lines = lines(2);
    database.write(
        () -> {
          store.findings().keep(silence("a", null));
          store.findings().keep(silence("a", T.plusSeconds(90)));
          return store.findings().keep(silence("b", null));
        });
    assertThat(lines.index(question(By.MINE, 1)).get(0).lines()).isEmpty();

    database.write(() -> store.findings().keep(silence("e", null)));
    unreadable("d".repeat(32));
    FourLineFill fill = new FourLineFill(store, CLOCK);
    assertThat(fill.some()).as("but for one that cannot be read").isTrue();
    assertThat(lines.isWhole()).isFalse();
    assertThat(fill.some()).isFalse();
    assertThat(lines.isWhole()).isTrue();

    Row row = lines.index(question(By.MINE, 1)).get(0);
    assertThat(row.open()).as("two last, at one point").isEqualTo(2);
    assertThat(row.lines().get(FourLine.LINE).times()).as("both overlap").isEqualTo(1);
    database.write(() -> store.findings().keep(silence("c", null)));
    assertThat(new FourLineFill(store, CLOCK).some()).isFalse();
    assertThat(
            lines.judged(
                Set.of(code(0)), new Span(T, T.plusSeconds(1)), Spans.NONE, CLOCK.instant()))
        .as("made once: from then on each fact is noted as it comes")
        .hasSize(3);
  }

  /** A row that another hand wrote. */
  private void unreadable(String id) throws Exception {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        PreparedStatement insert =
            other.prepareStatement("insert into finding values (?, 'x', ?, ?)")) {
      insert.setString(1, id);
      insert.setString(2, code(0));
      insert.setString(3, "{\"check\":\"SILENCE\", of which the rest is lost");
      insert.executeUpdate();
    }
  }
}
