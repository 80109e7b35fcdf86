package io.minewatch.ingest.gateway.message;

import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks payloads that come ready-made, by the readers that the jobs use, and passes them through
 * as they are. One exception: a SenML pack with times relative to "now" gets absolute ones, since
 * it may be received hours later; fields that are not of RFC 8428 or ours are lost by that, and so
 * are records that cannot be taken, which are told.
 *
 * <p>Safe for one thread at a time.
 */
public final class Payloads {
  /** A time so far from any other that a relative time shows by moving with it. */
  private static final long ELSEWHEN_MILLIS = 1L << 40;

  private final Site site;
  private final ReadingBatch batch = new ReadingBatch();
  private final ReadingBatch elsewhen = new ReadingBatch();

  public Payloads(Site site) {
    this.site = site;
  }

  public Site site() {
    return site;
  }

  /**
   * A SenML pack as a message.
   *
   * @param contentType says whether it is JSON or CBOR; empty for JSON
   * @param now what relative times are relative to
   * @throws WireException if the jobs would refuse it as a whole
   */
  public Checked readings(byte[] payload, String contentType, Instant now) throws WireException {
    Topic topic = site.topic(Topic.Kind.READINGS);
    List<RefusedRecord> refused = new ArrayList<>();
    Senml.read(envelope(topic, payload, contentType, now.toEpochMilli()), topic, batch, refused);
    if (batch.size() == 0) {
      throw refused.isEmpty()
          ? new WireException(RejectReason.UNREADABLE, "a pack without a reading")
          : new WireException(refused.get(0).reason(), refused.get(0).detail());
    }
    Senml.read(envelope(topic, payload, contentType, ELSEWHEN_MILLIS), topic, elsewhen);
    for (int i = 0; i < batch.size(); i++) {
      if (batch.measuredMillis(i) != elsewhen.measuredMillis(i)) {
        return absolute(refused);
      }
    }
    String plain = ContentTypes.plain(contentType);
    String type = plain.isEmpty() ? ContentTypes.SENML_JSON : plain;
    return new Checked(
        new WireMessage(Topic.Kind.READINGS, type, payload, batch.size()), List.of());
  }

  /** The batch just read, written anew; a reading without a number goes on as one. */
  private Checked absolute(List<RefusedRecord> refused) throws WireException {
    WireMessage message = readings(batch);
    if (message.payload().length > Senml.MAX_BYTES) {
      throw new WireException(
          RejectReason.TOO_LARGE,
          message.payload().length + " bytes with its times, at most " + Senml.MAX_BYTES);
    }
    List<String> told = refused.stream().map(each -> each.reason() + ": " + each.detail()).toList();
    return new Checked(message, told);
  }

  /** Readings of our own making as a message. */
  public WireMessage readings(ReadingBatch own) {
    Topic topic = site.topic(Topic.Kind.READINGS);
    return new WireMessage(
        Topic.Kind.READINGS, ContentTypes.SENML_JSON, Senml.writeJson(topic, own), own.size());
  }

  /**
   * A batch of positions as a message; single fixes that cannot be taken go with it, the jobs
   * refuse them one by one.
   *
   * @throws WireException if nothing in it can be taken
   */
  public Checked positions(byte[] payload) throws WireException {
    List<String> refused = new ArrayList<>();
    List<Fix> fixes = Positions.read(payload, refused);
    if (fixes.isEmpty() && !refused.isEmpty()) {
      throw new WireException(RejectReason.UNREADABLE, refused.get(0));
    }
    return new Checked(
        new WireMessage(Topic.Kind.POSITIONS, ContentTypes.JSON, payload, fixes.size()), List.of());
  }

  /**
   * A payload whose kind shows in its first character: a pack is an array, a batch of positions an
   * object.
   *
   * @throws WireException if it is neither, or cannot be taken
   */
  public Checked either(byte[] payload, Instant now) throws WireException {
    int i = 0;
    while (i < payload.length && (payload[i] == ' ' || payload[i] == '\t' || isBreak(payload[i]))) {
      i++;
    }
    if (i < payload.length && payload[i] == '[') {
      return readings(payload, ContentTypes.SENML_JSON, now);
    }
    if (i < payload.length && payload[i] == '{') {
      return positions(payload);
    }
    throw new WireException(
        RejectReason.UNREADABLE, "neither a SenML pack ([…]) nor positions ({…})");
  }

  private static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  private static Envelope envelope(Topic topic, byte[] payload, String type, long receivedMillis) {
    return new Envelope(
        topic.toString(), payload, type, "", Envelope.NO_SEQUENCE, Lane.LIVE, receivedMillis);
  }
}
