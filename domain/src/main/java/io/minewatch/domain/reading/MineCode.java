package io.minewatch.domain.reading;

/**
 * The code under which a mine is registered (煤矿编码). Twelve digits in current use; 9 to 20 letters
 * or digits are accepted because older and regional forms are still met. Refuses anything else.
 */
public record MineCode(String value) implements Comparable<MineCode> {
  /**
   * No mine: the code under which test readings go through the same path as those of mines. Never
   * registered, never shown as a mine.
   */
  public static final MineCode CANARY = new MineCode("000000000000");

  public MineCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a mine code is 9 to 20 letters or digits, was '" + value + "'");
    }
  }

  /**
   * Tells whether a text from outside could be a mine code; whether it is one, the registry knows.
   */
  public static boolean isValid(String value) {
    if (value.length() < 9 || value.length() > 20) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letterOrDigit =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!letterOrDigit) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(MineCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
