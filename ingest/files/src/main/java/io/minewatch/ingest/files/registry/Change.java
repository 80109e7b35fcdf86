package io.minewatch.ingest.files.registry;

import io.minewatch.ingest.files.define.Masked;
import java.util.List;
import java.util.Objects;

/**
 * One change that a definition file proposes. Prints itself without personal data.
 *
 * @param fields what changes, in the order of the names; all fields of an addition or a removal
 */
public record Change(Kind kind, Subject subject, String id, List<FieldChange> fields) {
  /** What happens to the entry. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * One field before and after.
   *
   * @param before empty if it was not known
   * @param after empty if the file no longer says it
   */
  public record FieldChange(String field, String before, String after) {}

  public Change {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(id, "id");
    fields = List.copyOf(fields);
  }

  @Override
  public String toString() {
    boolean person = subject == Subject.PERSON;
    List<String> names = fields.stream().map(FieldChange::field).toList();
    return kind + " " + subject + " " + (person ? Masked.card(id) : id) + (person ? names : fields);
  }
}
