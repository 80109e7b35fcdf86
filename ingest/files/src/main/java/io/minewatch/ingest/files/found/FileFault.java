package io.minewatch.ingest.files.found;

/** Why a whole file was refused. Closed, so that it can label a metric. */
public enum FileFault {
  TOO_LARGE,
  /** The name is not {@code {mine}_{TYPE}_{time}.txt}. */
  NAME,
  UNKNOWN_TYPE,
  /** No end mark, and the writer has had its time. */
  NO_END_MARK,
  /** No header with a time, or no JSON of the expected form. */
  UNREADABLE,
  /** The header names another mine than the file name. */
  OTHER_MINE,
  /** The header's time lies so far in the future that no clock is that far ahead. */
  FROM_THE_FUTURE,
  /** More records than a file may have. */
  TOO_MANY_RECORDS,
  /** So many bad records that what is left would mislead. */
  TOO_MANY_BAD
}
