package io.minewatch.ingest.files.registry;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing of a mine, as the registry knows it or as a file defines it.
 *
 * @param id unique within its subject
 * @param definedBy the type of the file that defined it, empty if a person entered it
 * @param fields what is known of it, by field name; words of no language but the data's own
 */
public record Entry(
    Subject subject, String id, String definedBy, SortedMap<String, String> fields) {
  public Entry {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(definedBy, "definedBy");
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** May hold personal data: prints itself without. */
  @Override
  public String toString() {
    return "Entry[" + subject + (subject == Subject.PERSON ? "" : " " + id) + "]";
  }
}
