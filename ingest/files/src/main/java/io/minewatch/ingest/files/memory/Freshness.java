package io.minewatch.ingest.files.memory;

/** How a file stands to the files taken before. */
public enum Freshness {
  /** The newest of its mine and kind: it may replace what is known. */
  NEWEST,
  /** The same bytes were taken before; normal, and changes nothing. */
  DUPLICATE,
  /** Made before the newest: its readings complete the record, its state replaces nothing. */
  OLDER
}
