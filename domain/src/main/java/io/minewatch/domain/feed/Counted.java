package io.minewatch.domain.feed;

import org.jspecify.annotations.Nullable;

/**
 * How many readings, positions and alarms a message of a session holds, and how many all messages
 * before it held. Of what is missing between two messages one knows so how many there were.
 *
 * @param before in the messages of its session with lower numbers
 * @param own in this message
 */
public record Counted(long before, long own) {
  public Counted {
    if (before < 0 || own < 0) {
      throw new IllegalArgumentException("counts are not negative, were " + before + ", " + own);
    }
  }

  /** In all messages of the session up to and with this one. */
  public long through() {
    return before + own;
  }

  /** Reads {@code before+own}; null if it is not that. */
  public static @Nullable Counted parse(@Nullable String text) {
    int plus = text == null ? -1 : text.indexOf('+', 1);
    if (text == null || plus < 0) {
      return null;
    }
    try {
      return new Counted(
          Long.parseLong(text.substring(0, plus)), Long.parseLong(text.substring(plus + 1)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return before + "+" + own;
  }
}
