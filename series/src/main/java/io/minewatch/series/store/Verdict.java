package io.minewatch.series.store;

/** What to do after the answer to a write. Pure: decided by the HTTP status alone. */
public enum Verdict {
  /** Stored, durably as far as the server promises. */
  OK,
  /** Not the fault of what was sent: wait and send the same again, for ever. */
  RETRY,
  /** Something in it cannot be stored: halve until the bad lines stand alone. */
  SPLIT,
  /** This one line cannot be stored: put it with the dead letters. */
  DROP;

  /** The status of a write that got no answer: not connected, timed out, cut. */
  public static final int NO_ANSWER = 0;

  /**
   * Classifies an answer.
   *
   * <p>A client error is taken as the fault of a line, except where it tells of who we are or where
   * we knock (401, 403, 404, 405, 407) or of a bad moment (408, 425, 429): losing readings to a
   * wrong password would be worse than waiting for the right one.
   */
  public static Verdict of(int status, int lines) {
    if (status >= 200 && status < 300) {
      return OK;
    }
    boolean faultOfALine =
        switch (status) {
          case 401, 403, 404, 405, 407, 408, 425, 429 -> false;
          default -> status >= 400 && status < 500;
        };
    if (!faultOfALine) {
      return RETRY;
    }
    return lines > 1 ? SPLIT : DROP;
  }
}
