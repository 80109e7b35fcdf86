package io.minewatch.series.store;

import org.jspecify.annotations.Nullable;

/** The series store cannot be reached, or refuses; the message says which and where. */
public final class SeriesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SeriesException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
