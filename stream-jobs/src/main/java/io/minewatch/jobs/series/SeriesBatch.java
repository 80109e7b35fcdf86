package io.minewatch.jobs.series;

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
 */
@SuppressWarnings("ArrayRecordComponent") // owned by one record, moved and never shared
public record SeriesBatch(String topic, String session, long sequence, int count, byte[] lines) {
  /** The two halves of a batch of several lines. */
  List<SeriesBatch> halves() {
    if (count < 2) {
      throw new IllegalStateException("one line has no halves");
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
