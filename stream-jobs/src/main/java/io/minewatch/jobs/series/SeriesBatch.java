package io.minewatch.jobs.series;

import io.minewatch.domain.wire.Envelope;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.store.Lines;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of one gateway message on their way to the series store: the unit that travels. The
 * bytes are not copied and must not be changed.
 *
 * @param topic where the message came from, for the dead letter of a line that cannot be stored
 * @param session of the gateway, empty if none
 * @param sequence within the session, -1 if none
 * @param count how many lines; at least one
 * @param lines line protocol, each line ended by a newline
 * @param doubt empty, or what it means ({@link Rewrite.Cause}) if a reading that lies beside its
 *     millisecond tells something else than what is kept at that time
 * @param received when the message reached us, milliseconds since 1970 UTC; told with a doubt
 */
@SuppressWarnings("ArrayRecordComponent") // owned by one record, moved and never shared
public record SeriesBatch(
    String topic,
    String session,
    long sequence,
    int count,
    byte[] lines,
    String doubt,
    long received) {
  /** Lines of which none is in doubt. */
  public SeriesBatch(String topic, String session, long sequence, int count, byte[] lines) {
    this(topic, session, sequence, count, lines, "", 0);
  }

  /** The lines of a message, taken from where they were gathered. */
  public static SeriesBatch of(Envelope message, Lines lines, String doubt) {
    return new SeriesBatch(
        message.topic(),
        message.session(),
        message.sequence(),
        lines.count(),
        lines.take(),
        doubt,
        message.receivedMillis());
  }

  boolean isInDoubt() {
    return !doubt.isEmpty();
  }

  /** The same message with other lines, of which none is in doubt any more. */
  SeriesBatch settled(int settledCount, byte[] settledLines) {
    return new SeriesBatch(topic, session, sequence, settledCount, settledLines);
  }

  /** The two halves of a batch of several lines. */
  List<SeriesBatch> halves() {
    if (count < 2) {
      throw new IllegalStateException("one line has no halves");
    }
    if (isInDoubt()) {
      throw new IllegalStateException("what is in doubt is looked up before it is sent");
    }
    int first = count / 2;
    int cut = endOfLine(first);
    return List.of(
        new SeriesBatch(topic, session, sequence, first, Arrays.copyOf(lines, cut)),
        new SeriesBatch(
            topic, session, sequence, count - first, Arrays.copyOfRange(lines, cut, lines.length)));
  }

  private int endOfLine(int number) {
    int seen = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == '\n' && ++seen == number) {
        return i + 1;
      }
    }
    throw new IllegalStateException("fewer lines than the " + count + " counted");
  }
}
