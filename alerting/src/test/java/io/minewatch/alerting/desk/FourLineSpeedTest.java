package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast a day of many mines is answered, by command: {@code mvn -pl alerting -am
 * -Dtest=FourLineSpeedTest -Dminewatch.four-line-mines=3000 -Dminewatch.four-line-days=30
 * -Dsurefire.failIfNoSpecifiedTests=false test}. What is asked for it {@link
 * FourLineStatementsTest} holds in each build.
 */
class FourLineSpeedTest extends FourLinesDatabase {
  /** So many mines and days; the nation's mines and a month by command. */
  private static final int MINES = Integer.getInteger("minewatch.four-line-mines", 60);

  private static final int DAYS = Integer.getInteger("minewatch.four-line-days", 2);

  private static final int OUTAGES_A_DAY = 10;

  @Test
  @EnabledIfSystemProperty(named = "minewatch.four-line-mines", matches = "\\d+")
  void aDayOfManyMinesIsAnsweredQuickly() throws Exception {
    fill(MINES, DAYS);
    FourLines lines = lines(MINES);
    StringBuilder said = new StringBuilder();
    for (By by : By.values()) {
      Question question = question(by, MINES);
      lines.index(question); // once before, as a page that was looked at
      long from = System.nanoTime();
      List<Row> rows = lines.index(question);
      long millis = (System.nanoTime() - from) / 1_000_000;
      said.append(" %s %d rows %d ms;".formatted(by, rows.size(), millis));
      assertThat(millis).as(said.toString()).isLessThan(2_000);
    }
    System.out.printf(
        "four lines, a day of %d mines among %d outages:%s%n",
        MINES, MINES * DAYS * OUTAGES_A_DAY, said);
  }

  /** Seeded: outages of every kind, some for days, spread over the days before. */
  private void fill(int mines, int days) {
    Random random = new Random(9);
    List<String> forty = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      forty.add("T1-" + i);
    }
    int[] number = {0};
    for (int back = 0; back < days; back++) {
      Instant day = T.minus(Duration.ofDays(back));
      database.write(
          () -> {
            for (int mine = 0; mine < mines; mine++) {
              for (int i = 0; i < OUTAGES_A_DAY; i++) {
                store.fourLines().keep(outage(number[0]++, mine, day, random, forty));
              }
            }
            return true;
          });
    }
  }

  private static Outage outage(
      int number, int mine, Instant day, Random random, List<String> forty) {
    FourLine line = List.of(FourLine.values()).get(random.nextInt(4));
    Instant onset = day.plusSeconds(random.nextInt(86_400));
    long lasted = random.nextInt(1_000) == 0 ? 86_400L * 9 : 60 + random.nextInt(7_200);
    boolean cut = line == FourLine.NETWORK;
    String point = "T1-" + random.nextInt(500);
    return new Outage(
        "f" + number,
        code(mine),
        line,
        cut ? "gateway/gw-01" : point,
        cut ? forty : List.of(point),
        cut ? 60 : 1,
        onset,
        onset.plusSeconds(lasted),
        "outage",
        new Outage.Told(onset, onset.plusSeconds(lasted), Outage.End.CLEARED),
        null);
  }
}
