package io.minewatch.ingest.mqtt;

import io.minewatch.domain.wire.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One message in the outbox, with what its publisher waits for. */
final class Letter {
  final long number;
  final Outgoing message;
  final Patience patience;
  final CompletableFuture<Void> done = new CompletableFuture<>();
  long sentNanos;
  @Nullable Exception refusal;

  /** What becomes of a message when the connection ends before it is confirmed. */
  enum Patience {
    UNTIL_CONFIRMED,
    THIS_CONNECTION
  }

  Letter(long number, Outgoing message, Patience patience) {
    this.number = number;
    this.message = message;
    this.patience = patience;
  }

  /** Tells the publisher what the broker answered. */
  void tell(LinkStats.Counters counters) {
    if (refusal == null) {
      counters.published.increment();
      done.complete(null);
    } else {
      counters.refused.increment();
      done.completeExceptionally(refusal);
    }
  }

  /** Takes out of the list those that end with their connection. */
  static List<Letter> takeEnding(List<Letter> letters) {
    List<Letter> ending = new ArrayList<>();
    for (Letter letter : letters) {
      if (letter.patience == Patience.THIS_CONNECTION) {
        ending.add(letter);
      }
    }
    letters.removeAll(ending);
    return ending;
  }
}
