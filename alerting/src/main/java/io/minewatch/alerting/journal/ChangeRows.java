package io.minewatch.alerting.journal;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.document.FieldChange;
import io.minewatch.alerting.document.Lowering;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.alerting.registry.DocumentText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of registries that wait for a person. Write only inside {@link Database#write}. */
public final class ChangeRows {
  private static final String COLUMNS =
      "select id, mine, n, base, origin, state, asked_at, asked_by, why, document, changes, lowered,"
          + " problems, back_test, decided_at, decided_by, reason from registry_change ";

  private final JdbcClient db;

  public ChangeRows(Database database) {
    this.db = database.client();
  }

  /** How far a change has come. */
  public enum State {
    /** A file says so; a person has to confirm or refuse it. */
    PROPOSED,
    /** It lowers protection; a second person has to allow it. */
    PENDING,
    /** A person has confirmed it; because it lowers protection it waits as another change. */
    CONFIRMED,
    EFFECTIVE,
    REFUSED,
    /** The registry or the packs were changed meanwhile; it is to be made anew. */
    OVERTAKEN
  }

  /**
   * A change that is not decided by itself.
   *
   * @param base the version that it changes
   * @param problems what must be completed before it can hold
   */
  public record Change(
      String id,
      String mine,
      long n,
      long base,
      Origin origin,
      State state,
      Instant askedAt,
      String askedBy,
      String why,
      Document document,
      List<FieldChange> changes,
      List<Lowering> lowered,
      List<String> problems,
      @Nullable String backTest,
      @Nullable Instant decidedAt,
      @Nullable String decidedBy,
      @Nullable String reason) {
    public Change {
      changes = List.copyOf(changes);
      lowered = List.copyOf(lowered);
      problems = List.copyOf(problems);
    }

    /** Whether nobody has decided it. */
    public boolean isOpen() {
      return state == State.PROPOSED || state == State.PENDING;
    }
  }

  private static Change read(ResultSet rs) throws SQLException {
    String decided = RegistryRows.orNull(rs.getString(15));
    return new Change(
        rs.getString(1),
        rs.getString(2),
        rs.getLong(3),
        rs.getLong(4),
        Origin.valueOf(rs.getString(5)),
        State.valueOf(rs.getString(6)),
        Instant.parse(rs.getString(7)),
        rs.getString(8),
        rs.getString(9),
        DocumentText.read(rs.getString(10)),
        DocumentText.readChanges(rs.getString(11)),
        DocumentText.readLowered(rs.getString(12)),
        DocumentText.readTexts(rs.getString(13)),
        RegistryRows.orNull(rs.getString(14)),
        decided == null ? null : Instant.parse(decided),
        RegistryRows.orNull(rs.getString(16)),
        RegistryRows.orNull(rs.getString(17)));
  }

  /** The number of the next change of a mine. */
  public long next(String mine) {
    return db.sql("select coalesce(max(n), 0) + 1 from registry_change where mine = ?")
        .param(mine)
        .query(Long.class)
        .single();
  }

  public void add(Change change) {
    db.sql("insert into registry_change values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            change.id(),
            change.mine(),
            change.n(),
            change.base(),
            change.origin().name(),
            change.state().name(),
            change.askedAt().toString(),
            change.askedBy(),
            change.why(),
            DocumentText.write(change.document()),
            DocumentText.changes(change.changes()),
            DocumentText.lowered(change.lowered()),
            DocumentText.texts(change.problems()),
            RegistryRows.text(change.backTest()),
            RegistryRows.text(change.decidedAt()),
            RegistryRows.text(change.decidedBy()),
            RegistryRows.text(change.reason()))
        .update();
  }

  /** Notes what became of an open change. */
  public void decide(String id, State state, Instant at, String by, String reason) {
    db.sql(
            "update registry_change set state = ?, decided_at = ?, decided_by = ?, reason = ?"
                + " where id = ?")
        .params(state.name(), at.toString(), by, reason, id)
        .update();
  }

  /**
   * Of the definition files whose name begins so and that somebody has confirmed, the last one by
   * name; empty if there is none.
   */
  public String newestFile(String mine, String begin) {
    return db.sql(
            "select coalesce(max(why), '') from registry_change where mine = ? and origin = ?"
                + " and state in (?, ?) and substr(why, 1, ?) = ?")
        .params(
            mine,
            Origin.DEFINITION.name(),
            State.CONFIRMED.name(),
            State.EFFECTIVE.name(),
            begin.length(),
            begin)
        .query(String.class)
        .single();
  }

  /** A change that lowered protection, without its documents; in what it did, as it is kept. */
  public record Lowered(String id, String mine, String text) {
    /** The paths of what it lowered. */
    public String where() {
      return DocumentText.readLowered(text).stream()
          .map(Lowering::where)
          .collect(Collectors.joining(", "));
    }
  }

  /** Changes that lower protection and hold since then, of whichever mine, the newest first. */
  public List<Lowered> lowered(Instant since, int atMost) {
    return db.sql(
            "select id, mine, lowered from registry_change where state = ? and decided_at >= ?"
                + " and lowered <> '[]' order by decided_at desc, id limit ?")
        .params(State.EFFECTIVE.name(), since.toString(), atMost)
        .query((rs, i) -> new Lowered(rs.getString(1), rs.getString(2), rs.getString(3)))
        .list();
  }

  /** One change, or null. */
  public @Nullable Change find(String id) {
    return db.sql(COLUMNS + "where id = ?")
        .param(id)
        .query((rs, i) -> read(rs))
        .optional()
        .orElse(null);
  }

  /** Changes of a mine, those that wait first, then the newest. */
  public List<Change> of(String mine, int atMost) {
    return db.sql(
            COLUMNS
                + "where mine = ? order by case when decided_at = '' then 0 else 1 end, n desc"
                + " limit ?")
        .params(mine, atMost)
        .query((rs, i) -> read(rs))
        .list();
  }
}
