package io.minewatch.judge.feed;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.judge.tape.Tape;
import java.time.Instant;
import java.util.ArrayDeque;

/** What is known of one gateway: its numbering, its clock, when it was last heard. */
public final class GatewayMemory {
  /** The session that runs and the one before it, whose last messages may come again. */
  static final int SESSIONS = 2;

  private final GatewayId id;
  private final ArrayDeque<SequenceWindow> windows = new ArrayDeque<>();
  private long lastReceived;
  private long offset;
  private long duplicates;
  private long missing;

  public GatewayMemory(GatewayId id) {
    this.id = id;
  }

  public GatewayId id() {
    return id;
  }

  /** Tells whether a message is here for the first time. Unnumbered ones always are. */
  public boolean isNew(Origin origin) {
    lastReceived = Math.max(lastReceived, origin.received());
    if (origin.sequence() < 0) {
      return true;
    }
    SequenceWindow window = window(origin.session());
    long highest = window.highest();
    switch (window.see(origin.sequence())) {
      case DUPLICATE -> {
        duplicates++;
        return false;
      }
      case NEXT -> missing += highest < 0 ? 0 : origin.sequence() - highest - 1;
      case FILLS -> missing = Math.max(0, missing - 1);
      case BELOW_WINDOW -> {}
    }
    return true;
  }

  private SequenceWindow window(String session) {
    for (SequenceWindow window : windows) {
      if (window.session().equals(session)) {
        return window;
      }
    }
    SequenceWindow fresh = new SequenceWindow(session);
    windows.addLast(fresh);
    if (windows.size() > SESSIONS) {
      windows.removeFirst();
    }
    return fresh;
  }

  /** Its clock minus ours, transport included, by the newest time in a message. */
  public void clock(long newestMeasured, long received) {
    offset = newestMeasured - received;
  }

  public Summary.Gateway summary() {
    return new Summary.Gateway(id, Instant.ofEpochMilli(lastReceived), offset, duplicates, missing);
  }

  public GatewayMemory record(Tape tape) {
    tape.text(id.value());
    return pass(tape);
  }

  public static GatewayMemory play(Tape tape) {
    return new GatewayMemory(new GatewayId(tape.text(""))).pass(tape);
  }

  private GatewayMemory pass(Tape tape) {
    lastReceived = tape.whole(lastReceived);
    offset = tape.whole(offset);
    duplicates = tape.whole(duplicates);
    missing = tape.whole(missing);
    var passed =
        tape.list(
            windows, window -> window.pass(tape), played -> new SequenceWindow("").pass(played));
    windows.clear();
    windows.addAll(passed);
    return this;
  }
}
