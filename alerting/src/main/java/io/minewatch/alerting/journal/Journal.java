package io.minewatch.alerting.journal;

import io.minewatch.alerting.chain.ByPerson;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The append-only journal of all incidents: their rows of the ledger. Write only inside {@link
 * Database#write}.
 */
public final class Journal {
  private static final Map<String, Class<?>> TYPES = types();

  /** States kept folded; the least used goes first, and is folded anew when it is asked for. */
  private static final int KEPT = 1_000;

  private final JdbcClient db;
  private final LedgerRows ledger;
  private final Map<String, Known> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
              return size() > KEPT;
            }
          });

  public Journal(Database database) {
    this.db = database.client();
    this.ledger = new LedgerRows(database);
  }

  private static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new TreeMap<>();
    for (Class<?> type : Event.class.getPermittedSubclasses()) {
      types.put(type.getSimpleName(), type);
    }
    return types;
  }

  /** Appends the events of one incident. */
  public void append(String incident, List<Event> events) {
    record Last(int n, String mine) {}
    Last last =
        db.sql(
                "select n, mine from ledger where kind = 'INCIDENT' and subject = ?"
                    + " order by n desc limit 1")
            .param(incident)
            .query((rs, i) -> new Last(rs.getInt(1), rs.getString(2)))
            .optional()
            .orElse(new Last(0, ""));
    int n = last.n;
    String mine = last.mine;
    List<Entry> entries = new ArrayList<>();
    for (Event event : events) {
      mine = event instanceof Event.Opened opened ? opened.mine().value() : mine;
      entries.add(
          new Entry(
              0,
              event.at().toString(),
              mine,
              LedgerRows.Kind.INCIDENT.name(),
              incident,
              ++n,
              by(event),
              event.getClass().getSimpleName(),
              new String(Messages.write(event), StandardCharsets.UTF_8)));
    }
    ledger.append(entries);
  }

  private static String by(Event event) {
    return event instanceof ByPerson person ? person.by() : LedgerRows.SYSTEM;
  }

  /** Whether there is an incident of this id, be it that it cannot be read. */
  public boolean holds(String incident) {
    return db.sql("select count(*) from ledger where kind = 'INCIDENT' and subject = ? and n = 1")
            .param(incident)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The events of an incident in order; empty if there is no such incident. */
  public List<Event> events(String incident) {
    return events(incident, 0);
  }

  private List<Event> events(String incident, int after) {
    return db.sql(
            "select type, content from ledger where kind = 'INCIDENT' and subject = ? and n > ?"
                + " order by n")
        .params(incident, after)
        .query((rs, i) -> read(rs.getString(1), rs.getString(2)))
        .list();
  }

  private static Event read(String type, String body) {
    Class<?> known = TYPES.get(type);
    if (known == null) {
      throw new IllegalStateException("the journal holds an event of a newer program: " + type);
    }
    try {
      return (Event) Messages.read(body.getBytes(StandardCharsets.UTF_8), known);
    } catch (WireException e) {
      throw new IllegalStateException("the journal holds an unreadable " + type, e);
    }
  }

  /** The state of an incident, or null if there is none of this id. */
  public @Nullable Incident incident(String id) {
    Known last = row(id, Integer.MAX_VALUE);
    if (last == null) {
      known.remove(id);
      return null;
    }
    Known before = known.get(id);
    if (before != null && before.isSame(last)) {
      return before.state;
    }
    Incident state;
    if (before != null && before.isSame(row(id, before.n))) {
      state = before.state;
      for (Event event : events(id, before.n)) {
        state = Fold.evolve(Objects.requireNonNull(state, "it was folded"), event);
      }
    } else {
      state = Fold.replay(events(id, 0));
    }
    known.put(id, new Known(last.n, last.hash, state));
    return state;
  }

  /**
   * The state of an incident as it was at a version, as it is now if it never was of it yet, or
   * null if there is none of this id. Nothing after the version is read.
   */
  public @Nullable Incident incident(String id, long version) {
    List<Event> events = version < 1 ? List.of() : versions(id, 0, version);
    return events.isEmpty() ? null : Fold.replay(events);
  }

  /** What has happened to an incident after a version, what was refused left out. */
  public List<Event> since(String id, long version) {
    return versions(id, version, Integer.MAX_VALUE);
  }

  /** Each event but a refusal makes a version: the row of a version is found by counting. */
  private List<Event> versions(String id, long after, long atMost) {
    return db.sql(
            "select type, content from ledger where kind = 'INCIDENT' and subject = ?"
                + " and type <> 'ActRefused' order by n limit ? offset ?")
        .params(id, atMost, after)
        .query((rs, i) -> read(rs.getString(1), rs.getString(2)))
        .list();
  }

  /** The last row of an incident up to this number. */
  private @Nullable Known row(String id, int upTo) {
    return db.sql(
            "select n, hash from ledger where kind = 'INCIDENT' and subject = ? and n <= ?"
                + " order by n desc limit 1")
        .params(id, upTo)
        .query((rs, i) -> new Known(rs.getInt(1), rs.getString(2), null))
        .optional()
        .orElse(null);
  }

  /**
   * A state, and the row up to which it is folded. The row's hash stands for all before it: what a
   * transaction wrote and then took back is never taken for what was written instead.
   */
  private record Known(int n, String hash, @Nullable Incident state) {
    boolean isSame(@Nullable Known other) {
      return other != null && n == other.n && hash.equals(other.hash);
    }
  }
}
