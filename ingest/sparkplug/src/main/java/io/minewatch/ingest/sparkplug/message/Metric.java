package io.minewatch.ingest.sparkplug.message;

import java.util.Objects;

/**
 * One metric as sent.
 *
 * @param name empty if only the alias is told
 * @param alias {@link #NO_ALIAS} if none is told
 * @param type a {@link DataType}; {@link DataType#UNKNOWN} where only the birth told it
 * @param form how the value was written
 * @param bits the value: whole numbers and truths as they are, others as a double's bits
 * @param millis measured time since 1970 UTC; {@link Message#NO_TIME} if not told
 * @param age whether the edge node says that it is an old value ({@code is_historical})
 * @param quality the property {@code Quality}, {@link #NO_QUALITY} if not told
 * @param unit the property {@code engUnit}, empty if not told
 */
public record Metric(
    String name,
    long alias,
    int type,
    Form form,
    long bits,
    long millis,
    Age age,
    int quality,
    String unit) {
  public static final long NO_ALIAS = -1;
  public static final int NO_QUALITY = -1;

  /** How a value was written. */
  public enum Form {
    WHOLE,
    REAL,
    TRUTH,
    /** {@code is_null}, or no value at all. */
    NOTHING,
    /** Text, bytes, tables, templates: no reading. */
    OTHER
  }

  /** Whether it was sent when it was measured. */
  public enum Age {
    PRESENT,
    HISTORICAL
  }

  public Metric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(age, "age");
    Objects.requireNonNull(unit, "unit");
  }

  /**
   * The value as a number, true as 1; NaN if there is none.
   *
   * @param known the type that the birth told, used where this metric tells none
   */
  public double number(int known) {
    int meant = type == DataType.UNKNOWN ? known : type;
    if (!DataType.isNumber(meant)) {
      return Double.NaN;
    }
    return switch (form) {
      case WHOLE -> DataType.whole(bits, meant);
      case REAL -> Double.longBitsToDouble(bits);
      case TRUTH -> bits;
      case NOTHING, OTHER -> Double.NaN;
    };
  }
}
