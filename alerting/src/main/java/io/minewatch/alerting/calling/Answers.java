package io.minewatch.alerting.calling;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a human has sent back, and whether it proves one. */
public final class Answers {
  /** Codes that may be wrong before an attempt takes none any more. */
  public static final int MOST_WRONG = 3;

  /** The digit that confirms on a telephone. */
  public static final String CONFIRM_DIGIT = "1";

  /** The digit that declines. */
  public static final String DECLINE_DIGIT = "9";

  private Answers() {}

  /** Whether a text is this attempt's code: the only digits in it, exactly. */
  public static boolean isCode(Attempt attempt, String text) {
    List<String> numbers =
        Arrays.stream(text.split("[^0-9]+", -1)).filter(number -> !number.isEmpty()).toList();
    return numbers.equals(List.of(attempt.code()));
  }

  /**
   * What was pressed on a telephone.
   *
   * @return null if it means nothing
   */
  public static @Nullable Told keys(Attempt attempt, String digits) {
    String by = attempt.callee().who();
    if (digits.equals(CONFIRM_DIGIT)) {
      return new Told.Confirmed(by, Proof.KEYPAD);
    }
    if (digits.equals(DECLINE_DIGIT)) {
      return new Told.Declined();
    }
    return digits.equals(attempt.code()) ? new Told.Confirmed(by, Proof.CODE) : null;
  }
}
