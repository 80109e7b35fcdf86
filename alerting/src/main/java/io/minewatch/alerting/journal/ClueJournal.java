package io.minewatch.alerting.journal;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueEvent;
import io.minewatch.alerting.clue.ClueRefusal;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What became of clues, who looked at them and what was refused: rows of the ledger, which nothing
 * deletes. Write only inside {@link Database#write}.
 */
public final class ClueJournal {
  private static final Map<String, Class<?>> TYPES = types();
  private static final String SEEN = "Seen";
  private static final String LEFT_OUT = "EvidenceLeftOut";
  private final JdbcClient db;
  private final LedgerRows ledger;
  private final ClueRows rows;

  public ClueJournal(Database database) {
    this.db = database.client();
    this.ledger = new LedgerRows(database);
    this.rows = new ClueRows(database);
  }

  private static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new TreeMap<>();
    for (Class<?> type : ClueEvent.class.getPermittedSubclasses()) {
      types.put(type.getSimpleName(), type);
    }
    return types;
  }

  /** Who looked at a clue, and which version was seen. */
  public record Seen(Instant at, String by, long version) {}

  /** All that is told of a clue: what became of it, and who looked, the newest first. */
  public record Story(List<ClueEvent> events, List<Seen> seen) {
    public Story {
      events = List.copyOf(events);
      seen = List.copyOf(seen);
    }
  }

  /** What is told of a clue, with so many of those who looked. */
  public Story story(String id, int atMost) {
    return new Story(events(id), seen(id, atMost));
  }

  /** Appends what became of a clue, and keeps how it stands after it. */
  public void append(Clue after, ClueEvent event) {
    ledger.append(
        List.of(
            new Entry(
                0,
                event.at().toString(),
                after.start().mine(),
                LedgerRows.Kind.CLUE.name(),
                after.id(),
                after.version(),
                event.by(),
                event.getClass().getSimpleName(),
                new String(Messages.write(event), StandardCharsets.UTF_8))));
    rows.save(after);
  }

  /** What became of a clue, in order; empty if there is none of this id. */
  public List<ClueEvent> events(String id) {
    return db.sql("select type, content from ledger where kind = 'CLUE' and subject = ? order by n")
        .param(id)
        .query((rs, i) -> read(rs.getString(1), rs.getString(2)))
        .list();
  }

  private static ClueEvent read(String type, String content) {
    Class<?> known = TYPES.get(type);
    if (known == null) {
      throw new IllegalStateException("the ledger holds an event of a newer program: " + type);
    }
    try {
      return (ClueEvent) Messages.read(content.getBytes(StandardCharsets.UTF_8), known);
    } catch (WireException e) {
      throw new IllegalStateException("the ledger holds an unreadable " + type, e);
    }
  }

  /** A clue as it stands by the ledger, or null. */
  public @Nullable Clue find(String id) {
    return Clue.replay(id, events(id));
  }

  /** Somebody looked at a clue as it stands. */
  public void saw(Clue clue, Instant at, String by) {
    note(clue, at, by, SEEN, Map.of("stage", clue.stage().name()));
  }

  /** An act was refused: an answer like any other. */
  public void refused(Clue clue, ClueAct act, ClueRefusal refusal) {
    String name = act.getClass().getSimpleName();
    Map<String, String> what = Map.of("act", name, "refusal", refusal.name());
    note(clue, act.at(), act.by(), "ActRefused", what);
  }

  /** The time of its next stage has passed. */
  public void overdue(Clue clue, Instant at) {
    String stage = clue.stage().name();
    Map<String, String> what = Map.of("stage", stage, "due", String.valueOf(clue.due()));
    note(clue, at, LedgerRows.SYSTEM, "Overdue", what);
  }

  /** So much that a machine found is the first that has no place any more in a clue. */
  public void leftOut(Clue clue, Instant at, int pieces) {
    note(clue, at, LedgerRows.SYSTEM, LEFT_OUT, Map.of("pieces", String.valueOf(pieces)));
  }

  /** Whether it is said already that something is left out of a clue. */
  public boolean saysLeftOut(String id) {
    return db.sql(
            "select n from ledger where kind = 'CLUE_NOTE' and subject = ? and type = ? limit 1")
        .params(id, LEFT_OUT)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  private void note(Clue clue, Instant at, String by, String type, Map<String, String> what) {
    ledger.append(
        List.of(
            new Entry(
                0,
                at.toString(),
                clue.start().mine(),
                LedgerRows.Kind.CLUE_NOTE.name(),
                clue.id(),
                clue.version(),
                by,
                type,
                Canonical.json(what))));
  }

  /** Who looked, the newest first. */
  public List<Seen> seen(String id, int atMost) {
    return db.sql(
            "select at, actor, n from ledger where kind = 'CLUE_NOTE' and subject = ?"
                + " and type = 'Seen'"
                + " order by seq desc limit ?")
        .params(id, atMost)
        .query((rs, i) -> new Seen(Instant.parse(rs.getString(1)), rs.getString(2), rs.getLong(3)))
        .list();
  }
}
