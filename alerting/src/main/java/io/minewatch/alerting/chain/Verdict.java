package io.minewatch.alerting.chain;

import java.util.List;

/** The answer to an act. A refusal is an answer too: it is journaled and shown, never thrown. */
public sealed interface Verdict {
  /** Legal. No event means that nothing changed: a fact met twice, a wake-up too early. */
  record Moved(List<Event> events) implements Verdict {
    public Moved {
      events = List.copyOf(events);
    }
  }

  record Refused(Refusal refusal, String words) implements Verdict {}
}
