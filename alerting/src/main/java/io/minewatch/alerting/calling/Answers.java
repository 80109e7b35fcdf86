package io.minewatch.alerting.calling;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a human has sent back, and whether it proves one. */
public final class Answers {
  /** Codes that may be wrong before an attempt takes none any more. */
  public static final int MOST_WRONG = 3;

  private static final int CODE_DIGITS = 2;

  /** The digit that confirms on a telephone. */
  public static final String CONFIRM_DIGIT = "1";

  /** The digit that declines. */
  public static final String DECLINE_DIGIT = "9";

  private Answers() {}

  /** Whether a text is this attempt's code: the only digits in it, exactly. */
  public static boolean isCode(Attempt attempt, String text) {
    return numbers(text).equals(List.of(attempt.code()));
  }

  /**
   * Whether a text guesses at codes. What merely says something is no guess, nor is the code of
   * another text to this number: who has read that one holds the telephone.
   *
   * @param sent codes of the newest texts to the number
   */
  public static boolean isGuess(String text, Set<String> sent) {
    List<String> numbers = numbers(text);
    boolean known = numbers.size() == 1 && sent.contains(numbers.get(0));
    return !known && numbers.stream().anyMatch(number -> number.length() == CODE_DIGITS);
  }

  /** The numbers in a text; a digit as Chinese keyboards write it, full width, is a digit. */
  private static List<String> numbers(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : ' ')
        .forEach(plain::appendCodePoint);
    return Arrays.stream(plain.toString().split(" +", -1)).filter(n -> !n.isEmpty()).toList();
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
