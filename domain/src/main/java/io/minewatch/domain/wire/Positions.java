package io.minewatch.domain.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Position batches: {@code {"fixes":[{"card":"c1","at":1767225600000,"in":true,"zone":"z1",…}]}}.
 * Times are milliseconds since 1970 UTC. Labels: {@code card}, {@code at}, {@code in}
 * (underground), {@code zone}, {@code since} (entered the zone), {@code station}, {@code dist}
 * (signed metres), {@code leader}, {@code sos}. Unknown labels are passed over.
 */
public final class Positions {
  /** Largest message that is looked at; 1,000 people are about 100 KB. */
  public static final int MAX_BYTES = 512 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(6)
                  .maxStringLength(512)
                  .maxNameLength(64)
                  .maxNumberLength(64)
                  .maxDocumentLength(MAX_BYTES)
                  .build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private Positions() {}

  /**
   * Reads a batch. One fix that cannot be taken does not cost the others: it is told in {@code
   * refused}, in words.
   *
   * @throws WireException if the message as a whole cannot be taken
   */
  public static List<Fix> read(byte[] payload, List<String> refused) throws WireException {
    if (payload.length > MAX_BYTES) {
      throw new WireException(
          RejectReason.TOO_LARGE, payload.length + " bytes, at most " + MAX_BYTES + " are read");
    }
    List<Fix> fixes = new ArrayList<>();
    try (JsonParser in = JSON.createParser(payload)) {
      Senml.require(in.nextToken() == JsonToken.START_OBJECT, in, "a batch is an object");
      boolean hasFixes = false;
      while (in.nextToken() != JsonToken.END_OBJECT) {
        boolean isFixes = "fixes".equals(in.currentName());
        in.nextToken();
        if (isFixes) {
          hasFixes = true;
          readFixes(in, fixes, refused);
        } else {
          in.skipChildren();
        }
      }
      Senml.require(in.nextToken() == null, in, "something follows the batch");
      Senml.require(hasFixes, in, "a batch has fixes");
    } catch (IOException e) {
      String text = String.valueOf(e.getMessage());
      int end = text.indexOf('\n');
      throw new WireException(
          RejectReason.UNREADABLE, "no positions: " + (end < 0 ? text : text.substring(0, end)));
    }
    return fixes;
  }

  private static void readFixes(JsonParser in, List<Fix> fixes, List<String> refused)
      throws IOException, WireException {
    Senml.require(in.currentToken() == JsonToken.START_ARRAY, in, "fixes is an array");
    while (in.nextToken() != JsonToken.END_ARRAY) {
      Senml.require(in.currentToken() == JsonToken.START_OBJECT, in, "a fix is an object");
      try {
        fixes.add(readFix(in));
      } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
        refused.add("fix " + (fixes.size() + refused.size()) + ": " + e.getMessage());
      }
    }
  }

  private static Fix readFix(JsonParser in) throws IOException {
    String card = "";
    String zone = "";
    String station = "";
    Instant at = null;
    Instant since = null;
    boolean underground = true;
    boolean leader = false;
    boolean distress = false;
    double distance = 0;
    String fault = null;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String label = in.currentName();
      JsonToken token = in.nextToken();
      if (!fits(label, token)) {
        // Read on to the end of this fix: the next one may be good.
        fault = fault == null ? "'" + label + "' is " + wanted(label) : fault;
        in.skipChildren();
        continue;
      }
      switch (label) {
        case "card" -> card = in.getText();
        case "zone" -> zone = in.getText();
        case "station" -> station = in.getText();
        case "at" -> at = Instant.ofEpochMilli(in.getLongValue());
        case "since" -> since = Instant.ofEpochMilli(in.getLongValue());
        case "in" -> underground = token == JsonToken.VALUE_TRUE;
        case "leader" -> leader = token == JsonToken.VALUE_TRUE;
        case "sos" -> distress = token == JsonToken.VALUE_TRUE;
        case "dist" -> distance = in.getDoubleValue();
        default -> in.skipChildren();
      }
    }
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    return new Fix(
        new CardId(card),
        required(at),
        underground,
        zone.isEmpty() ? null : new ZoneId(zone),
        since,
        station,
        distance,
        leader,
        distress);
  }

  /**
   * Whether a value is of the kind that its label asks for: a text that looks like a number is no
   * time, and neither here nor there must never read as outside.
   */
  private static boolean fits(String label, JsonToken token) {
    return switch (label) {
      case "card", "zone", "station" -> token == JsonToken.VALUE_STRING;
      case "at", "since" -> token == JsonToken.VALUE_NUMBER_INT;
      case "in", "leader", "sos" -> token.isBoolean();
      case "dist" -> Senml.isNumber(token);
      default -> true;
    };
  }

  private static String wanted(String label) {
    return switch (label) {
      case "card", "zone", "station" -> "a text";
      case "at", "since" -> "a whole number of milliseconds";
      case "dist" -> "a number";
      default -> "true or false";
    };
  }

  private static Instant required(@Nullable Instant at) {
    if (at == null) {
      throw new IllegalArgumentException("a fix needs its time 'at'");
    }
    return at;
  }

  /** Writes a batch. */
  public static byte[] write(List<Fix> fixes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + fixes.size() * 96);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayFieldStart("fixes");
      for (Fix fix : fixes) {
        writeFix(out, fix);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static void writeFix(JsonGenerator out, Fix fix) throws IOException {
    out.writeStartObject();
    out.writeStringField("card", fix.card().value());
    out.writeNumberField("at", fix.at().toEpochMilli());
    out.writeBooleanField("in", fix.underground());
    if (fix.zone() != null) {
      out.writeStringField("zone", fix.zone().value());
    }
    if (fix.enteredZone() != null) {
      out.writeNumberField("since", fix.enteredZone().toEpochMilli());
    }
    if (!fix.station().isEmpty()) {
      out.writeStringField("station", fix.station());
      out.writeNumberField("dist", fix.distanceMetres());
    }
    if (fix.leader()) {
      out.writeBooleanField("leader", true);
    }
    if (fix.distress()) {
      out.writeBooleanField("sos", true);
    }
    out.writeEndObject();
  }
}
