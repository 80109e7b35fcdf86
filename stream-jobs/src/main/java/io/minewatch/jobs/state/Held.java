package io.minewatch.jobs.state;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of a mine whose plan has not come yet, in the order received; bounded. */
public final class Held {
  private static final Envelope BLANK = new Envelope("", new byte[0], "", "", 0, Lane.LIVE, 0);

  private final List<Envelope> messages = new ArrayList<>();
  private long since;
  private long bytes;

  /** Takes a message if there is room; tells whether there was. */
  public boolean hold(Envelope message, long now, int maxMessages, long maxBytes) {
    int size = message.payload().length;
    if (messages.size() >= maxMessages || bytes + size > maxBytes) {
      return false;
    }
    if (messages.isEmpty()) {
      since = now;
    }
    messages.add(message);
    bytes += size;
    return true;
  }

  /** Gives all messages up. */
  public List<Envelope> release() {
    List<Envelope> all = List.copyOf(messages);
    messages.clear();
    bytes = 0;
    return all;
  }

  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /** When the oldest was taken, milliseconds since 1970 UTC. */
  public long since() {
    return since;
  }

  void pass(DataTape tape) {
    since = tape.whole(since);
    List<Envelope> passed =
        tape.list(messages, message -> envelope(tape, message), played -> envelope(tape, BLANK));
    // Recording changes nothing: a checkpoint is written while judging goes on.
    if (tape.isPlaying()) {
      messages.clear();
      messages.addAll(passed);
      bytes = messages.stream().mapToLong(message -> message.payload().length).sum();
    }
  }

  static @Nullable Envelope optional(DataTape tape, @Nullable Envelope held) {
    boolean there = tape.flag(held != null);
    return there ? envelope(tape, held == null ? BLANK : held) : null;
  }

  private static Envelope envelope(DataTape tape, Envelope held) {
    Envelope message =
        new Envelope(
            tape.text(held.topic()),
            tape.bytes(held.payload()),
            tape.text(held.contentType()),
            tape.text(held.session()),
            tape.whole(held.sequence()),
            Lane.valueOf(tape.text(held.lane().name())),
            tape.whole(held.receivedMillis()));
    Counted counted = held.counted();
    return message.withCounted(Counted.parse(tape.text(counted == null ? "" : counted.toString())));
  }
}
