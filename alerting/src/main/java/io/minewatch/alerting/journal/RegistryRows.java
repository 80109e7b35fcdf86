package io.minewatch.alerting.journal;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.document.FieldChange;
import io.minewatch.alerting.document.Lowering;
import io.minewatch.alerting.registry.DocumentText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The versions of every mine's registry. Write only inside {@link Database#write}. */
public final class RegistryRows {
  private final JdbcClient db;

  public RegistryRows(Database database) {
    this.db = database.client();
  }

  /** By which way a change came. */
  public enum Origin {
    /** The mine file from which the registry was filled first. */
    FIRST,
    /** A mine file that was changed later. */
    MINE_FILE,
    PERSON,
    /** A definition file of the mine's monitoring system, confirmed by a person. */
    DEFINITION,
    /**
     * Rule packs that protect less than before, allowed by two people; the document is the same.
     */
    PACKS
  }

  /**
   * A version that holds or has held.
   *
   * @param at when it began to hold
   * @param approvedBy the second person, null where none was needed
   * @param changes what differs from the version before
   * @param lowered in what it lowered protection
   * @param planVersion the newest plan when it began to hold
   * @param backTest the back-test that was run for it, null for none
   */
  public record Version(
      String mine,
      long version,
      Instant at,
      String actor,
      @Nullable String approvedBy,
      Origin origin,
      String why,
      Document document,
      List<FieldChange> changes,
      List<Lowering> lowered,
      long planVersion,
      @Nullable String backTest) {
    public Version {
      changes = List.copyOf(changes);
      lowered = List.copyOf(lowered);
    }
  }

  private static final String COLUMNS =
      "select mine, version, at, actor, approved_by, origin, why, document, changes, lowered,"
          + " plan_version, back_test from registry_version ";

  private static Version read(ResultSet rs) throws SQLException {
    return new Version(
        rs.getString(1),
        rs.getLong(2),
        Instant.parse(rs.getString(3)),
        rs.getString(4),
        orNull(rs.getString(5)),
        Origin.valueOf(rs.getString(6)),
        rs.getString(7),
        DocumentText.read(rs.getString(8)),
        DocumentText.readChanges(rs.getString(9)),
        DocumentText.readLowered(rs.getString(10)),
        rs.getLong(11),
        orNull(rs.getString(12)));
  }

  /** What is not told is kept as an empty text. */
  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  public void add(Version version) {
    db.sql("insert into registry_version values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            version.mine(),
            version.version(),
            version.at().toString(),
            version.actor(),
            text(version.approvedBy()),
            version.origin().name(),
            version.why(),
            DocumentText.write(version.document()),
            DocumentText.changes(version.changes()),
            DocumentText.lowered(version.lowered()),
            version.planVersion(),
            text(version.backTest()))
        .update();
  }

  /** The version that holds, or null if the mine is not registered. */
  public @Nullable Version newest(String mine) {
    return db.sql(COLUMNS + "where mine = ? order by version desc limit 1")
        .param(mine)
        .query((rs, i) -> read(rs))
        .optional()
        .orElse(null);
  }

  /** One version, or null. */
  public @Nullable Version version(String mine, long version) {
    return db.sql(COLUMNS + "where mine = ? and version = ?")
        .params(mine, version)
        .query((rs, i) -> read(rs))
        .optional()
        .orElse(null);
  }

  /** The newest first, below a version. */
  public List<Version> history(String mine, long below, int atMost) {
    return db.sql(COLUMNS + "where mine = ? and version < ? order by version desc limit ?")
        .params(mine, below, atMost)
        .query((rs, i) -> read(rs))
        .list();
  }

  /** When each mine was registered first. */
  public Map<String, Instant> firsts() {
    Map<String, Instant> firsts = new HashMap<>();
    db.sql("select mine, at from registry_version where version = 1")
        .query(
            rs -> {
              firsts.put(rs.getString(1), Instant.parse(rs.getString(2)));
            });
    return firsts;
  }

  /** The version that holds, by mine. */
  public Map<String, Long> heads() {
    Map<String, Long> heads = new HashMap<>();
    db.sql("select mine, max(version) from registry_version group by mine")
        .query(
            rs -> {
              heads.put(rs.getString(1), rs.getLong(2));
            });
    return heads;
  }

  /** The digest of the mine file that was taken in last, empty if none was. */
  public String fileDigest(String mine) {
    return db.sql("select digest from registry_file where mine = ?")
        .param(mine)
        .query(String.class)
        .optional()
        .orElse("");
  }

  public void fileTaken(String mine, String digest) {
    db.sql(
            "insert into registry_file values (?, ?)"
                + " on conflict (mine) do update set digest = excluded.digest")
        .params(mine, digest)
        .update();
  }
}
