package io.minewatch.ingest.files.found;

/** Why one record was refused. Closed, so that it can label a metric. */
public enum RecordFault {
  /** More or fewer fields than the format has. */
  WRONG_COUNT,
  /** Bytes that are no text. */
  NOT_TEXT,
  MISSING,
  NOT_A_NUMBER,
  NOT_A_TIME,
  /** Not a name as the domain allows it. */
  NOT_A_CODE,
  /** Another value that the domain does not allow. */
  NOT_ALLOWED,
  UNKNOWN_TYPE,
  UNKNOWN_UNIT,
  /** The unit does not fit what is measured. */
  WRONG_UNIT,
  UNKNOWN_STATE,
  UNKNOWN_EVENT,
  /** Neither in nor out. */
  NEITHER_IN_NOR_OUT,
  /** A JSON value where an object was expected. */
  NOT_A_RECORD
}
