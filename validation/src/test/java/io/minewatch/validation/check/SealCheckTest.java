package io.minewatch.validation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.validation.madeup.SealCourses.Way;
import io.minewatch.validation.shipped.Shipped;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** By the numbers as they are shipped, with few mines; the page has more. */
class SealCheckTest {
  private static final int MINES = 6;
  private static final SealCheck CHECK =
      new SealCheck(new Shipped(Path.of("../rules")).seal(), MINES);

  @Test
  void whoWorksOnIsFoundInWhicheverWay() {
    for (Way way : Way.values()) {
      if (way != Way.KEPT) {
        assertThat(CHECK.found(way).found()).as(way.name()).isGreaterThanOrEqualTo(MINES * 9 / 10);
      }
    }
  }

  /** About twice the figure of the page. */
  @Test
  void whoKeepsTheStopSeldomRaisesAClue() {
    assertThat(CHECK.falseWeeks()).isLessThan(0.6);
  }
}
