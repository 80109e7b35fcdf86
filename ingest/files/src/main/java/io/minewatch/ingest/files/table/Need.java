package io.minewatch.ingest.files.table;

/** Whether a record can do without a field. */
public enum Need {
  /** Must be there and must not be empty. */
  NEEDED,
  /** Must be there, may be empty. */
  OPEN,
  /** Some systems leave the field out, separator and all. */
  MAYBE
}
