package io.minewatch.validation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.validation.check.ReconcileCheck.Outcome;
import io.minewatch.validation.madeup.Lie;
import io.minewatch.validation.shipped.Shipped;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** By the numbers as they are shipped, with few mines; the page has more. */
class ReconcileCheckTest {
  private static final int MINES = 12;
  private static final ReconcileCheck CHECK =
      new ReconcileCheck(new Shipped(Path.of("../rules")).books(), MINES);

  /** In a week; about twice the figure of the page. */
  @Test
  void aMineThatHidesNothingSeldomRaisesAClue() {
    assertThat(CHECK.ours(Lie.NONE, 0).falseClues()).isLessThan(0.06);
  }

  @Test
  void aFaceOfAThirdOfTheOthersIsFoundInWhicheverWayItIsHidden() {
    for (Lie lie : Lie.values()) {
      if (lie != Lie.NONE) {
        Outcome outcome = CHECK.ours(lie, 0.35);
        System.out.println("books, made up: " + lie + " " + outcome);
        assertThat(outcome.found()).as(lie.name()).isGreaterThanOrEqualTo(MINES * 3 / 4);
      }
    }
  }
}
