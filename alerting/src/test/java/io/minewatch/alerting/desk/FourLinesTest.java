package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.Judged.Cause;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.fourline.Spans;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FourLinesTest extends FourLinesDatabase {
  @Test
  void aRegionsOutageIsToldToWhoSeesOneMineOfItAlone() throws Exception {
    FourLines lines = lines(8);
    database.write(
        () -> {
          for (int mine = 0; mine < 3; mine++) {
            store.fourLines().keep(cut("f" + mine, mine, T.plusSeconds(60L * mine)));
          }
          store.fourLines().keep(cut("f9", 4, T));
          return true;
        });
    Span hour = new Span(T, T.plus(Duration.ofHours(1)));
    assertThat(lines.judged(Set.of(code(0)), hour, Spans.NONE, CLOCK.instant()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.cause()).isEqualTo(Cause.REGION);
              assertThat(one.cut()).isEqualTo(3);
              assertThat(one.mines()).isEqualTo(4);
            });
    assertThat(lines.judged(Set.of(code(4)), hour, Spans.NONE, CLOCK.instant()).get(0).cause())
        .as("alone in its county")
        .isEqualTo(Cause.OWN);
  }
}
