package io.minewatch.alerting.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One cell, by what it means: a number stays a number and a time a time, wherever it goes. */
public sealed interface Cell {
  /** What anybody may have written: never more than a text to whoever opens it. */
  record Text(String value) implements Cell {}

  /** One of our own names: programs are told the name, people the word. */
  record Term(String name, String word) implements Cell {}

  /** A count or a quantity in the unit of its column. */
  record Amount(Number value) implements Cell {}

  /** 0 to 1. */
  record Share(double value) implements Cell {}

  /** Wall time. */
  record Moment(Instant at) implements Cell {}

  /** A day of the mine's calendar. */
  record Day(LocalDate day) implements Cell {}

  /** Nothing there. */
  record Empty() implements Cell {}

  Cell EMPTY = new Empty();

  static Cell amount(@Nullable Number value) {
    return value == null ? EMPTY : new Amount(value);
  }

  /** Whole seconds. */
  static Cell seconds(@Nullable Duration time) {
    return time == null ? EMPTY : new Amount(time.toSeconds());
  }

  static Cell share(@Nullable Double value) {
    return value == null ? EMPTY : new Share(value);
  }

  static Cell moment(@Nullable Instant at) {
    return at == null ? EMPTY : new Moment(at);
  }
}
