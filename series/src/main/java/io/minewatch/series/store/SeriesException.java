package io.minewatch.series.store;

import org.jspecify.annotations.Nullable;

/** The series store cannot be reached, or refuses; the message says which and where. */
public final class SeriesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** It could not be reached. */
  public SeriesException(String message, @Nullable Throwable cause) {
    this(message, cause, Verdict.NO_ANSWER);
  }

  /**
   * It answered with an error.
   *
   * @param status HTTP status, {@link Verdict#NO_ANSWER} if none came
   */
  public SeriesException(String message, @Nullable Throwable cause, int status) {
    super(message, cause);
    this.status = status;
  }

  /** Whether the same question may be answered later: it is away or busy, and refuses nothing. */
  public boolean passes() {
    return status == Verdict.NO_ANSWER || status == 408 || status == 429 || status >= 500;
  }
}
