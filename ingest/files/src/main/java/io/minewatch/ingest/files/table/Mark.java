package io.minewatch.ingest.files.table;

/** How well the place of a field in its record is known. */
public enum Mark {
  /** Read in a document, in an implementer's code or in real files. */
  CONFIRMED,
  /** Concluded from names and neighbours; to be checked against the mine's own files. */
  INFERRED
}
