package io.minewatch.ingest.files.registry;

import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.found.FileReading;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the points of a definition file and of a real-time file fit together.
 *
 * @param missing defined and without a reading: a missing line (缺线)
 * @param unregistered read and not defined
 */
public record Coverage(SortedSet<PointId> missing, SortedSet<PointId> unregistered) {
  public Coverage {
    missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    unregistered = Collections.unmodifiableSortedSet(new TreeSet<>(unregistered));
  }

  /** Compares the two. */
  public static Coverage of(Collection<PointDefinition> defined, Collection<FileReading> readings) {
    SortedSet<PointId> missing = new TreeSet<>();
    defined.forEach(point -> missing.add(point.id()));
    SortedSet<PointId> unregistered = new TreeSet<>();
    readings.forEach(reading -> unregistered.add(reading.point()));
    SortedSet<PointId> known = new TreeSet<>(missing);
    missing.removeAll(unregistered);
    unregistered.removeAll(known);
    return new Coverage(missing, unregistered);
  }
}
