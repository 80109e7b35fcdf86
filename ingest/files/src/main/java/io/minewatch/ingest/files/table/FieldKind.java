package io.minewatch.ingest.files.table;

/** What a field may hold. A field that is not empty and is not of its kind costs its record. */
public enum FieldKind {
  TEXT,
  /** Personal data: never repeated in a reason or a log. */
  PERSON,
  /** A name as the domain allows it. */
  CODE,
  /** A code that is personal data. */
  CARD,
  NUMBER,
  /** A number; empty and -0.01 both say that no threshold is set. */
  LIMIT,
  /** A whole number, 0 or more. */
  WHOLE,
  /** A time; empty and {@code xxxx-xx-xx xx:xx:xx} both say that it has not come. */
  TIME,
  /** A state in the vendor's words or codes. */
  STATE;

  public boolean isPersonal() {
    return this == PERSON || this == CARD;
  }
}
