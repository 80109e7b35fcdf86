package io.minewatch.domain.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.withdrawal.OrderId;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;

/**
 * Reads and writes every message that is not a stream of readings or positions: plan, finding,
 * muster, summary, order book, status, rejection, alarms of the mine's own systems. The record is
 * the schema: field names are its component names, ids are plain text, times ISO 8601 in UTC,
 * durations ISO 8601. Unknown fields are ignored, so that a newer sender can be read; what a record
 * refuses is refused here.
 */
public final class Messages {
  /** Largest payload that is looked at. A plan of 1,000 points is about a third of this. */
  public static final int MAX_BYTES = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(ids())
          .addMixIn(Rule.class, RuleKinds.class)
          .addMixIn(Finding.class, Older.OfFinding.class)
          .addMixIn(PointPlan.class, Older.OfPoint.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private Messages() {}

  /** How messages are written, for those who describe them. */
  static JsonMapper mapper() {
    return MAPPER;
  }

  /** Writes a message as UTF-8 JSON. */
  public static byte[] write(Object message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a message of ours: " + message.getClass(), e);
    }
  }

  /**
   * Reads a message.
   *
   * @throws WireException if it is too large, no JSON, or refused by the record
   */
  public static <T> T read(byte[] payload, Class<T> type) throws WireException {
    if (payload.length > MAX_BYTES) {
      throw new WireException(
          RejectReason.TOO_LARGE, payload.length + " bytes, at most " + MAX_BYTES + " are read");
    }
    try {
      T message = MAPPER.readValue(Older.brought(payload, type, MAPPER), type);
      if (message == null) {
        throw new WireException(RejectReason.UNREADABLE, "null is no " + type.getSimpleName());
      }
      return message;
    } catch (JsonProcessingException e) {
      throw new WireException(
          RejectReason.UNREADABLE, "no " + type.getSimpleName() + ": " + firstLine(e));
    } catch (IOException e) {
      throw new WireException(RejectReason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private static String firstLine(JsonProcessingException e) {
    String text = e.getOriginalMessage();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static SimpleModule ids() {
    SimpleModule module = new SimpleModule("minewatch-ids");
    id(module, MineCode.class, MineCode::new);
    id(module, GatewayId.class, GatewayId::new);
    id(module, PointId.class, PointId::new);
    id(module, ZoneId.class, ZoneId::new);
    id(module, CardId.class, CardId::new);
    id(module, FindingId.class, FindingId::new);
    id(module, OrderId.class, OrderId::new);
    id(module, Subject.class, Subject::parse);
    module.addDeserializer(Instant.class, new Milliseconds());
    return module;
  }

  private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> of) {
    module.addSerializer(
        type,
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(value.toString());
          }
        });
    module.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString();
            try {
              return of.apply(text == null ? "" : text);
            } catch (IllegalArgumentException e) {
              throw context.weirdStringException(
                  text == null ? "null" : text, type, String.valueOf(e.getMessage()));
            }
          }
        });
  }

  /** Takes a time that can be counted in milliseconds: all of ours are, and none may overflow. */
  private static final class Milliseconds extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1;
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    Milliseconds() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getValueAsString();
      Instant at = InstantDeserializer.INSTANT.deserialize(in, context);
      if (at.isBefore(FIRST) || at.isAfter(LAST)) {
        throw context.weirdStringException(
            String.valueOf(text), Instant.class, "out of what milliseconds can count");
      }
      return at;
    }
  }
}
