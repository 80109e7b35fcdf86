package io.minewatch.ingest.files.table;

import java.util.Objects;

/**
 * One field of a record.
 *
 * @param name the word by which the code asks for it
 * @param source where its place was found, a mark of docs/formats.md
 */
public record Field(
    String name,
    FieldKind kind,
    Need need,
    Mark mark,
    String source,
    String chinese,
    String english) {
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(need, "need");
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(chinese, "chinese");
    Objects.requireNonNull(english, "english");
  }
}
