package io.minewatch.alerting.journal;

import io.minewatch.alerting.roster.Roster;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rosters, every version of each, and when each number was last answered by a human. */
public final class RosterRows {
  private final JdbcClient db;

  /** Read once: a version never changes. */
  private final Map<String, Version> known = new ConcurrentHashMap<>();

  public RosterRows(Database database) {
    this.db = database.client();
  }

  /** A roster as it was saved. */
  public record Version(Roster roster, long version) {}

  /** The newest of each scope. */
  public List<Roster> all() {
    return newest("", List.of()).stream().map(Version::roster).toList();
  }

  /** The newest of a scope, or null if there never was one. */
  public @Nullable Version find(String scope) {
    return newest(" where scope = ?", List.of(scope)).stream().findFirst().orElse(null);
  }

  private List<Version> newest(String where, List<Object> params) {
    record Key(String scope, long version) {}
    List<Key> keys =
        db.sql("select scope, max(version) from roster" + where + " group by scope order by scope")
            .params(params)
            .query((rs, i) -> new Key(rs.getString(1), rs.getLong(2)))
            .list();
    List<Version> found = new ArrayList<>();
    for (Key key : keys) {
      Version cached = known.get(key.scope());
      if (cached == null || cached.version() != key.version()) {
        cached = new Version(read(key.scope(), key.version()), key.version());
        known.put(key.scope(), cached);
      }
      found.add(cached);
    }
    return found;
  }

  private Roster read(String scope, long version) {
    String body =
        db.sql("select body from roster where scope = ? and version = ?")
            .params(scope, version)
            .query(String.class)
            .single();
    try {
      return Messages.read(body.getBytes(StandardCharsets.UTF_8), Roster.class);
    } catch (WireException e) {
      throw new IllegalStateException("a kept roster is unreadable", e);
    }
  }

  /** Keeps a new version. Inside {@link Database#write}. */
  public void save(Roster roster, long version) {
    db.sql("insert into roster values (?, ?, ?)")
        .params(roster.scope(), version, body(roster))
        .update();
  }

  /** The roster as its rows hold it. */
  public static String body(Roster roster) {
    return new String(Messages.write(roster), StandardCharsets.UTF_8);
  }

  /** A human has answered at this address. */
  public void proved(String scope, String person, String address, Instant at, String attempt) {
    db.sql(
            """
            insert into number_proof values (?, ?, ?, ?, ?)
            on conflict (scope, person, address) do update set
              at = excluded.at, attempt = excluded.attempt
            """)
        .params(scope, person, address, at.toString(), attempt)
        .update();
  }

  /** What was proved in a scope holds in another from now on; what was proved there stands. */
  public void moveProofs(String from, String to) {
    db.sql(
            "insert into number_proof select ?, person, address, at, attempt from number_proof"
                + " where scope = ? on conflict (scope, person, address) do nothing")
        .params(to, from)
        .update();
    db.sql("delete from number_proof where scope = ?").param(from).update();
  }

  /** When each number of a scope was last answered, by person and address parted by a space. */
  public Map<String, Instant> proofs(String scope) {
    Map<String, Instant> proofs = new HashMap<>();
    db.sql("select person, address, at from number_proof where scope = ?")
        .param(scope)
        .query(
            rs -> {
              proofs.put(rs.getString(1) + " " + rs.getString(2), Instant.parse(rs.getString(3)));
            });
    return proofs;
  }
}
