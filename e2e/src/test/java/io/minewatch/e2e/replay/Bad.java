package io.minewatch.e2e.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Senml;
import java.time.Instant;
import java.util.List;

/** A message of readings that must be refused, and why. */
@SuppressWarnings("ArrayRecordComponent") // written once, never shared
record Bad(String sentence, RejectReason why, String contentType, byte[] payload) {
  static final String POINT = "T1";
  static final MineCode STRANGER = new MineCode("140921029999");
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  Bad(String sentence, RejectReason why, String payload) {
    this(sentence, why, ContentTypes.SENML_JSON, payload.getBytes(UTF_8));
  }

  static List<Bad> all() {
    String many = "{\"n\":\"T1\",\"u\":\"/100\",\"v\":0.4},".repeat(10_001);
    byte[] oversize = pack(one(POINT, "/100", "0.4") + " ".repeat(Senml.MAX_BYTES));
    return List.of(
        new Bad("no JSON", RejectReason.UNREADABLE, "{not at all"),
        new Bad("bytes", RejectReason.UNREADABLE, ContentTypes.SENML_JSON, new byte[] {-1, 0, 7}),
        new Bad("nothing", RejectReason.UNREADABLE, ""),
        new Bad(
            "a foreign type", RejectReason.UNREADABLE, "text/csv", pack(one(POINT, "/100", "0.4"))),
        new Bad(
            "a value that is a text", RejectReason.UNREADABLE, text(one(POINT, "/100", "\"hot\""))),
        new Bad(
            "another mine's name",
            RejectReason.WRONG_TOPIC,
            "[{\"n\":\"" + STRANGER + "/gw-01/T1\",\"u\":\"/100\",\"v\":0.4,\"t\":1767225600}]"),
        new Bad(
            "another gateway's name",
            RejectReason.WRONG_TOPIC,
            "[{\"n\":\"" + Plans.MINE + "/gw-02/T1\",\"u\":\"/100\",\"v\":0.4,\"t\":1767225600}]"),
        new Bad("an unknown point", RejectReason.UNKNOWN_POINT, text(one("T99", "/100", "0.4"))),
        new Bad("a wrong unit", RejectReason.WRONG_UNIT, text(one(POINT, "Cel", "0.4"))),
        new Bad("NaN", RejectReason.NOT_A_NUMBER, text(one(POINT, "/100", "NaN"))),
        new Bad("infinity", RejectReason.NOT_A_NUMBER, text(one(POINT, "/100", "1e999"))),
        new Bad(
            "a time long ago",
            RejectReason.ABSURD_TIME,
            text("{\"n\":\"T1\",\"u\":\"/100\",\"v\":0.4,\"t\":-1000000000}")),
        new Bad(
            "a time far ahead",
            RejectReason.ABSURD_TIME,
            text("{\"n\":\"T1\",\"u\":\"/100\",\"v\":0.4,\"t\":4000000000}")),
        new Bad(
            "more methane than all",
            RejectReason.IMPOSSIBLE_VALUE,
            text(one(POINT, "/100", "150"))),
        new Bad("too many bytes", RejectReason.TOO_LARGE, ContentTypes.SENML_JSON, oversize),
        new Bad(
            "too many readings",
            RejectReason.TOO_LARGE,
            text(many.substring(0, many.length() - 1))));
  }

  static byte[] good(long second, double value) {
    return pack("{\"n\":\"T1\",\"u\":\"/100\",\"v\":" + value + ",\"t\":" + second + "}");
  }

  private static String one(String point, String unit, String value) {
    return "{\"n\":\"" + point + "\",\"u\":\"" + unit + "\",\"v\":" + value + "}";
  }

  private static byte[] pack(String records) {
    return text(records).getBytes(UTF_8);
  }

  private static String text(String records) {
    return "[{\"bn\":\""
        + Plans.MINE
        + "/gw-01/\",\"bt\":"
        + START.getEpochSecond()
        + "},"
        + records
        + "]";
  }
}
