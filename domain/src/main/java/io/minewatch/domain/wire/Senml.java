package io.minewatch.domain.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * SenML packs (RFC 8428), as JSON or CBOR, told apart by content type. Our own label {@code q} is
 * the {@link Quality} (absent means good); {@code qr} is the vendor's raw code and is passed over
 * here.
 *
 * <p>Names resolve to {@code {mine}/{gateway}/{point}} and must belong to the topic. A resolved
 * time below 2^28 s is relative to when the message was received, as the RFC says. Records come in
 * any order; order is kept. Versions up to 10 and 26 (RFC 9100: secondary units of RFC 8798 are
 * used) are read; secondary units are read without being announced, too.
 *
 * <p>A record that cannot be taken costs itself alone. The whole pack is refused for what RFC 8428
 * asks it for, a version that we do not know and a label that must be understood, and for what
 * leaves no records to tell apart: broken JSON or CBOR, too many bytes or records.
 */
public final class Senml {
  /** Largest pack that is looked at; a cycle of 1,000 points is about 60 KB. */
  public static final int MAX_BYTES = 512 * 1024;

  /** What stands in a pack where there is no number: JSON has no word for that. */
  private static final String NO_NUMBER = "NaN";

  static final double RELATIVE_BELOW_SECONDS = 1L << 28;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxStringLength(MAX_BYTES) // a long text costs its record, see SenmlReader
          .maxNameLength(512)
          .maxNumberLength(1_000)
          .maxDocumentLength(MAX_BYTES)
          .build();
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(LIMITS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that NaN is refused by name
          .build();
  private static final CBORFactory CBOR =
      CBORFactory.builder().streamReadConstraints(LIMITS).build();

  private Senml() {}

  /**
   * Reads a pack into the batch, which is cleared first; what of it is refused is told elsewhere.
   *
   * @throws WireException if the pack as a whole cannot be taken; the batch then means nothing
   */
  public static void read(Envelope message, Topic topic, ReadingBatch into) throws WireException {
    read(message, topic, into, new ArrayList<>());
  }

  /**
   * Reads a pack into the batch, which is cleared first.
   *
   * @param refused where each record that is not taken as it came is told; not cleared. A quality
   *     that is none of ours is told too, though its reading is taken, as {@link Quality#SUSPECT}
   * @throws WireException if the pack as a whole cannot be taken; the batch then means nothing
   */
  public static void read(
      Envelope message, Topic topic, ReadingBatch into, List<RefusedRecord> refused)
      throws WireException {
    String prefix = topic.mine() + "/" + topic.gateway() + "/";
    Filling filling = new Filling(prefix, message.receivedMillis(), into, refused);
    read(message.payload(), message.contentType(), filling);
  }

  /**
   * What a pack is read into.
   *
   * @param prefix with which all names begin, and which is taken off
   * @param receivedMillis what relative times are relative to
   */
  record Filling(
      String prefix, long receivedMillis, ReadingBatch readings, List<RefusedRecord> refused) {}

  static void read(byte[] payload, String contentType, Filling into) throws WireException {
    into.readings().clear();
    if (payload.length > MAX_BYTES) {
      throw new WireException(
          RejectReason.TOO_LARGE, payload.length + " bytes, at most " + MAX_BYTES + " are read");
    }
    boolean cbor = isCbor(contentType);
    try (JsonParser in = cbor ? CBOR.createParser(payload) : JSON.createParser(payload)) {
      new SenmlReader(in, cbor, into).readPack();
    } catch (IOException e) {
      String text = String.valueOf(e.getMessage());
      int end = text.indexOf('\n');
      throw new WireException(
          RejectReason.UNREADABLE, "no SenML: " + (end < 0 ? text : text.substring(0, end)));
    }
  }

  private static boolean isCbor(String contentType) throws WireException {
    String type = ContentTypes.plain(contentType);
    if (type.isEmpty() || type.equals(ContentTypes.SENML_JSON)) {
      return false;
    }
    if (type.equals(ContentTypes.SENML_CBOR)) {
      return true;
    }
    throw new WireException(
        RejectReason.UNREADABLE, "readings come as SenML, content type was '" + contentType + "'");
  }

  /**
   * How many records can be told in a payload of records that cannot be taken as a whole, at least
   * one: objects within an array, up to where the payload breaks. One that is too large is not
   * looked at.
   *
   * @param contentType CBOR's, or anything for JSON
   */
  public static int records(byte[] payload, String contentType) {
    boolean cbor = ContentTypes.plain(contentType).equals(ContentTypes.SENML_CBOR);
    int records = 0;
    try (JsonParser in =
        payload.length > MAX_BYTES
            ? JSON.createParser("")
            : cbor ? CBOR.createParser(payload) : JSON.createParser(payload)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.START_OBJECT && in.getParsingContext().getParent().inArray()) {
          records++;
          in.skipChildren();
        }
      }
    } catch (IOException e) {
      return Math.max(1, records); // as far as it can be told
    }
    return Math.max(1, records);
  }

  /** Writes a batch as a SenML JSON pack with one base name and one base time. */
  public static byte[] writeJson(Topic topic, ReadingBatch batch) {
    return writeJson(topic, batch, i -> "");
  }

  /**
   * Writes a batch with the vendor's raw state codes beside the qualities.
   *
   * @param rawCodes by the place of the reading; empty where there is none
   */
  public static byte[] writeJson(Topic topic, ReadingBatch batch, IntFunction<String> rawCodes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + batch.size() * 48);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      long base = batch.size() == 0 ? 0 : batch.measuredMillis(0);
      out.writeStartArray();
      for (int i = 0; i < batch.size(); i++) {
        out.writeStartObject();
        if (i == 0) {
          out.writeStringField("bn", topic.mine() + "/" + topic.gateway() + "/");
          out.writeFieldName("bt");
          writeSeconds(out, base);
        }
        out.writeStringField("n", batch.point(i));
        out.writeStringField("u", batch.unit(i));
        if (Double.isFinite(batch.value(i))) {
          out.writeNumberField("v", batch.value(i));
        } else {
          out.writeStringField("vs", NO_NUMBER);
        }
        if (batch.measuredMillis(i) != base) {
          out.writeFieldName("t");
          writeSeconds(out, batch.measuredMillis(i) - base);
        }
        if (batch.quality(i) != Quality.GOOD) {
          out.writeStringField("q", batch.quality(i).name());
        }
        if (!rawCodes.apply(i).isEmpty()) {
          out.writeStringField("qr", rawCodes.apply(i));
        }
        out.writeEndObject();
      }
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static void writeSeconds(JsonGenerator out, long millis) throws IOException {
    if (millis % 1000 == 0) {
      out.writeNumber(millis / 1000);
    } else {
      out.writeNumber(new java.math.BigDecimal(millis).movePointLeft(3));
    }
  }

  static void require(boolean condition, JsonParser in, String what) throws WireException {
    if (!condition) {
      throw new WireException(
          RejectReason.UNREADABLE, what + " at byte " + in.currentLocation().getByteOffset());
    }
  }

  static boolean isNumber(JsonToken token) {
    return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
  }
}
