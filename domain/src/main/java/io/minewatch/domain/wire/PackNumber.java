package io.minewatch.domain.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.minewatch.domain.reading.Lane;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The number of a message within its payload, for gateways that speak MQTT 3.1.1, which has no
 * properties: the labels {@code session}, {@code seq} and {@code lane} of the first record of a
 * SenML pack, or of a batch of positions before its fixes. They mean what the properties of these
 * names mean, see {@link Envelope}. Pure.
 *
 * @param sequence from 0
 */
public record PackNumber(String session, long sequence, Lane lane) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final CBORFactory CBOR = new CBORFactory();
  private static final String FIXES = "fixes";

  /** A longer one is none. */
  private static final int LONGEST_SESSION = 128;

  /**
   * The number in a payload; null if there is none, or none that can be read: the message is judged
   * all the same. No more than the first record is looked at.
   */
  public static @Nullable PackNumber of(byte[] payload, String contentType) {
    boolean cbor = ContentTypes.plain(contentType).equals(ContentTypes.SENML_CBOR);
    if (payload.length > Senml.MAX_BYTES) {
      return null;
    }
    try (JsonParser in = cbor ? CBOR.createParser(payload) : JSON.createParser(payload)) {
      JsonToken first = in.nextToken();
      boolean isRecord =
          first == JsonToken.START_OBJECT
              || (first == JsonToken.START_ARRAY && in.nextToken() == JsonToken.START_OBJECT);
      return isRecord ? read(in) : null;
    } catch (IOException e) {
      return null; // why it cannot be read is told by whoever reads all of it
    }
  }

  private static @Nullable PackNumber read(JsonParser in) throws IOException {
    String session = "";
    long sequence = Envelope.NO_SEQUENCE;
    Lane lane = Lane.LIVE;
    while (in.nextToken() == JsonToken.FIELD_NAME && !FIXES.equals(in.currentName())) {
      String label = in.currentName();
      JsonToken token = in.nextToken();
      if (label.equals(Envelope.SESSION) && token == JsonToken.VALUE_STRING) {
        session = in.getText();
      } else if (label.equals(Envelope.SEQUENCE) && isWhole(in)) {
        sequence = in.getLongValue();
      } else if (label.equals(Envelope.LANE) && token == JsonToken.VALUE_STRING) {
        String backfill = Lane.BACKFILL.name().toLowerCase(Locale.ROOT);
        lane = in.getText().equals(backfill) ? Lane.BACKFILL : Lane.LIVE;
      }
      in.skipChildren();
    }
    boolean isNumbered = sequence >= 0 && !session.isEmpty() && session.length() <= LONGEST_SESSION;
    return isNumbered ? new PackNumber(session, sequence, lane) : null;
  }

  private static boolean isWhole(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NUMBER_INT
        && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }
}
