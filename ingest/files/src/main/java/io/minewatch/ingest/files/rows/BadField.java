package io.minewatch.ingest.files.rows;

import io.minewatch.ingest.files.found.RecordFault;

/** Why a record cannot be taken; caught for each record, so that it costs that record only. */
public final class BadField extends Exception {
  private static final int MAX_EXCERPT = 40;

  private final String field;
  private final RecordFault fault;

  BadField(String field, RecordFault fault, String detail) {
    super(detail, null, false, false); // met in floods; nobody reads its stack trace
    this.field = field;
    this.fault = fault;
  }

  /** A refusal that shows the beginning of what stood there. */
  static BadField showing(String field, RecordFault fault, String what, String text) {
    String excerpt = text.length() > MAX_EXCERPT ? text.substring(0, MAX_EXCERPT) + "…" : text;
    return new BadField(field, fault, what + ": '" + excerpt + "'");
  }

  /** A refusal of the record as a whole. */
  public static BadField of(RecordFault fault, String detail) {
    return new BadField("", fault, detail);
  }

  public String field() {
    return field;
  }

  public RecordFault fault() {
    return fault;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
