package io.minewatch.alerting.bus;

import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The receipts that the judge job waits for: which messages with a finding are committed, collected
 * and sent together. Nothing waits for them, and one that is lost costs nothing: the finding comes
 * again and is answered again. Used by many threads.
 */
public final class FindingsTaken {
  /** Most that wait to be told; beyond it the finding will come again and be told then. */
  static final int MOST_WAITING = 20_000;

  private Map<String, List<String>> byMine = new TreeMap<>();
  private List<MineCode> asked = new ArrayList<>();
  private int waiting;

  /** Notes a message that is committed, taken or parked; one that names no mine is not told. */
  public void add(String topic, byte[] payload) {
    String mine = Topic.mineOf(topic);
    if (MineCode.isValid(mine)) {
      note(mine, FindingsReceipt.keyOf(payload));
    }
  }

  private synchronized void note(String mine, String key) {
    if (waiting < MOST_WAITING) {
      waiting++;
      byMine.computeIfAbsent(mine, any -> new ArrayList<>()).add(key);
    }
  }

  /** Asks for everything of these mines that was not answered: nothing was kept for us. */
  public synchronized void ask(Collection<MineCode> mines) {
    asked.addAll(mines);
  }

  /** Hands out the questions and the receipts of what was noted since the last time. */
  public void tell(Consumer<Outgoing> to) {
    List<MineCode> questions;
    Map<String, List<String>> answers;
    synchronized (this) {
      questions = asked;
      answers = byMine;
      asked = new ArrayList<>();
      byMine = new TreeMap<>();
      waiting = 0;
    }
    questions.forEach(mine -> to.accept(message(mine, List.of())));
    answers.forEach((mine, keys) -> tell(new MineCode(mine), keys, to));
  }

  private static void tell(MineCode mine, List<String> keys, Consumer<Outgoing> to) {
    for (int from = 0; from < keys.size(); from += FindingsReceipt.MOST) {
      int until = Math.min(keys.size(), from + FindingsReceipt.MOST);
      to.accept(message(mine, keys.subList(from, until)));
    }
  }

  private static Outgoing message(MineCode mine, List<String> keys) {
    return Outgoing.event(
        Topic.of(Topic.Kind.FINDINGS_RECEIPT, mine).toString(),
        Messages.write(new FindingsReceipt(mine, keys)),
        ContentTypes.JSON);
  }
}
