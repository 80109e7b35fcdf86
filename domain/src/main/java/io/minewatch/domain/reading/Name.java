package io.minewatch.domain.reading;

/** The one rule for names that become part of a topic or of a series tag. */
public final class Name {
  /** Longest name; keeps topics and tags bounded. */
  public static final int MAX_LENGTH = 64;

  private Name() {}

  /**
   * Returns the name unchanged.
   *
   * @throws IllegalArgumentException if it is empty, longer than {@link #MAX_LENGTH}, or holds a
   *     character other than letters, digits, '-', '_', '.' and ':'
   */
  public static String require(String kind, String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException(
          kind
              + " is 1 to "
              + MAX_LENGTH
              + " letters, digits, '-', '_', '.' or ':', was '"
              + name
              + "'");
    }
    return name;
  }

  /** Tells whether a text from outside is a legal name. */
  public static boolean isValid(String name) {
    int length = name.length();
    if (length == 0 || length > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      boolean legal =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= ':') // the ten digits and the colon are neighbours
              || c == '-'
              || c == '_'
              || c == '.';
      if (!legal) {
        return false;
      }
    }
    return true;
  }
}
