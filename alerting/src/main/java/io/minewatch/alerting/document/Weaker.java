package io.minewatch.alerting.document;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which change of a field lowers protection. What cannot be compared counts as lowered. */
enum Weaker {
  /** Says nothing about protection: names, places on the schematic, who is who. */
  NEVER,
  /** A larger number or a longer time; none at all is the largest. */
  WHEN_MORE {
    @Override
    boolean is(@Nullable Object before, @Nullable Object after) {
      return number(after, Double.POSITIVE_INFINITY) > number(before, Double.POSITIVE_INFINITY);
    }
  },
  /** A larger number; none at all and zero stand for no limit. */
  WHEN_MORE_PEOPLE {
    @Override
    boolean is(@Nullable Object before, @Nullable Object after) {
      return people(after) > people(before);
    }
  },
  /** A smaller number; none at all is the smallest. */
  WHEN_LESS {
    @Override
    boolean is(@Nullable Object before, @Nullable Object after) {
      return number(after, Double.NEGATIVE_INFINITY) < number(before, Double.NEGATIVE_INFINITY);
    }
  },
  /** A list that holds what it did not; none at all is an empty one. */
  WHEN_ADDED {
    @Override
    boolean is(@Nullable Object before, @Nullable Object after) {
      return !list(before).containsAll(list(after));
    }
  },
  WHEN_TRUE {
    @Override
    boolean is(@Nullable Object before, @Nullable Object after) {
      return truth(after) && !truth(before);
    }
  },
  WHEN_FALSE {
    @Override
    boolean is(@Nullable Object before, @Nullable Object after) {
      return !truth(after);
    }
  },
  /**
   * Another status. Work is allowed nearer to production; farther from it nobody is told of sensors
   * that stand still, and a mine that works on behind a declared stop is what regulators look for.
   */
  WHEN_STATUS_CHANGED {
    @Override
    boolean is(@Nullable Object before, @Nullable Object after) {
      return !status(after).equals(status(before));
    }
  },
  /** Another than what was told before, or none any more; what is told first lowers nothing. */
  WHEN_REPLACED {
    @Override
    boolean is(@Nullable Object before, @Nullable Object after) {
      return before != null;
    }
  },
  /** Neither direction is safe by itself. */
  WHEN_CHANGED {
    @Override
    boolean is(@Nullable Object before, @Nullable Object after) {
      return true;
    }
  };

  private static final String WORKING = "WORKING";

  /** Whether a change from one value to a different one lowers protection. */
  boolean is(@Nullable Object before, @Nullable Object after) {
    return false;
  }

  /** Whether a value that stands in a new row lowers protection by itself. */
  boolean inNewRow(@Nullable Object value) {
    return value != null && (this == WHEN_TRUE || this == WHEN_FALSE) && is(null, value);
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }

  private static double people(@Nullable Object value) {
    double people = number(value, 0);
    return people == 0 ? Double.POSITIVE_INFINITY : people;
  }

  private static boolean truth(@Nullable Object value) {
    return Boolean.parseBoolean(String.valueOf(value));
  }

  private static String status(@Nullable Object value) {
    return value == null ? WORKING : String.valueOf(value).toUpperCase(Locale.ROOT);
  }

  private static double number(@Nullable Object value, double none) {
    if (value == null) {
      return none;
    } else if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Duration.parse(String.valueOf(value)).toMillis();
    } catch (DateTimeException | ArithmeticException e) {
      return Double.NaN; // the reader of the document refuses it
    }
  }
}
