package io.minewatch.ingest.files.table;

import io.minewatch.domain.reading.Measure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds a measured value, or for a definition: a value that the point will report.
 *
 * @param measure null if the record's field {@code type} tells it
 * @param unit as the vocabulary spells it; empty if the record's field {@code unit} tells it;
 *     {@link #BY_DEFINITION} if nothing but the definition of the point does
 * @param part MAIN if its point is the device itself, else the point is {@code device.field}
 */
public record ValueColumn(String field, @Nullable Measure measure, String unit, Part part) {
  /** A unit that a wrong guess would falsify by a multiple: without a definition, no reading. */
  public static final String BY_DEFINITION = "BY_DEFINITION";

  /** Whether a device has this value as its own, or beside its own. */
  public enum Part {
    MAIN,
    BESIDE
  }

  public ValueColumn {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(part, "part");
  }

  /** Whether the record tells the unit. */
  public boolean isByField() {
    return unit.isEmpty();
  }

  /** Whether the point's definition alone tells the unit. */
  public boolean isByDefinition() {
    return unit.equals(BY_DEFINITION);
  }

  /** The point to which this value of a device belongs. */
  public String pointOf(String device) {
    return part == Part.MAIN ? device : device + "." + field;
  }
}
