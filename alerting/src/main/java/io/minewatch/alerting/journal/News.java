package io.minewatch.alerting.journal;

import java.time.Instant;

/**
 * That something new is kept of a mine.
 *
 * @param from the earliest time that it is about
 * @param to the latest
 */
public record News(String mine, Instant from, Instant to) {
  /** What is new of the same mine, and all between. */
  public News and(News other) {
    return new News(
        mine, from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }
}
