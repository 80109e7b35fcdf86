package io.minewatch.alerting.journal;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.overview.MineNow;
import io.minewatch.domain.finding.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows by which incidents are found: open ones, and those to be told the time. */
public final class IncidentRows {
  /** The severity as a number, in SQL. */
  private static final String RANK = rank();

  private final JdbcClient db;
  private final ArchiveRows archive;

  public IncidentRows(Database database) {
    this.db = database.client();
    this.archive = new ArchiveRows(database);
  }

  private static String rank() {
    List<Severity> mild = List.of(Severity.values());
    return IntStream.range(0, mild.size())
        .mapToObj(i -> "when '%s' then %d".formatted(mild.get(i), i))
        .collect(Collectors.joining(" ", "case severity ", " end"));
  }

  /** Writes what lists need, and when time must next be told. Inside {@link Database#write}. */
  public void save(Incident incident) {
    db.sql(
            """
            insert into incident values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
              stage = excluded.stage, severity = excluded.severity, is_open = excluded.is_open
            """)
        .params(
            incident.id(),
            incident.mine().value(),
            incident.opened().toString(),
            incident.stage().name().name(),
            incident.severity().name(),
            incident.isOpen() ? 1 : 0)
        .update();
    archive.keep(incident);
    Instant wake = incident.wakeAt();
    if (wake == null) {
      db.sql("delete from due where incident = ?").param(incident.id()).update();
    } else {
      db.sql(
              """
              insert into due values (?, ?, 0)
              on conflict (incident) do update set at = excluded.at, claims = 0
              """)
          .params(incident.id(), millisNotBefore(wake))
          .update();
    }
  }

  /** Rounds up: a step must never run before it is due. */
  private static long millisNotBefore(Instant instant) {
    return instant.plusNanos(999_999).toEpochMilli();
  }

  /** Incidents of a mine that are over, the oldest first. */
  public List<String> closed(String mine) {
    return db.sql("select id from incident where is_open = 0 and mine = ? order by opened, id")
        .param(mine)
        .query(String.class)
        .list();
  }

  /** Which of these are open. */
  public Set<String> open(List<String> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            db.sql("select id from incident where is_open = 1 and id in (:ids)")
                .param("ids", ids)
                .query(String.class)
                .list());
  }

  /** Ids of a mine's open incidents, the longest open first. */
  public List<String> open(String mine) {
    return db.sql("select id from incident where is_open = 1 and mine = ? order by opened, id")
        .param(mine)
        .query(String.class)
        .list();
  }

  /**
   * Where a page ends and the next one begins.
   *
   * @param rank of the severity, 0 in a list that is not worst first
   */
  public record Place(String id, int rank, String opened) {
    private static final String PARTED = "~";

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it did not write this
     */
    public static Place parse(String text) {
      String[] parts = text.split(PARTED, -1);
      if (parts.length != 3 || !parts[0].matches("\\d")) {
        throw new IllegalArgumentException("no place in a list: '" + text + "'");
      }
      return new Place(parts[2], Integer.parseInt(parts[0]), parts[1]);
    }

    @Override
    public String toString() {
      return rank + PARTED + opened + PARTED + id;
    }
  }

  /**
   * Open incidents of these mines, worst first, then the longest open.
   *
   * @param after null for the first page
   */
  public List<Place> worst(List<String> mines, @Nullable Place after, int atMost) {
    return page(
        """
        select id, standing, opened from
          (select id, %s as standing, opened from incident where is_open = 1 and mine in (:mines)) x
        where :first = 1 or standing < :rank
          or (standing = :rank and (opened > :opened or (opened = :opened and id > :id)))
        order by standing desc, opened, id limit :most
        """
            .formatted(RANK),
        mines,
        after,
        atMost);
  }

  /** Incidents of these mines, open or not, the newest first. */
  public List<Place> newest(List<String> mines, @Nullable Place after, int atMost) {
    return page(
        """
        select id, :rank, opened from incident
        where mine in (:mines)
          and (:first = 1 or opened < :opened or (opened = :opened and id > :id))
        order by opened desc, id limit :most
        """,
        mines,
        after,
        atMost);
  }

  private List<Place> page(String sql, List<String> mines, @Nullable Place after, int atMost) {
    if (mines.isEmpty()) {
      return List.of();
    }
    return db.sql(sql)
        .param("mines", mines)
        .param("first", after == null ? 1 : 0)
        .param("rank", after == null ? 0 : after.rank())
        .param("opened", after == null ? "" : after.opened())
        .param("id", after == null ? "" : after.id())
        .param("most", atMost)
        .query((rs, i) -> new Place(rs.getString(1), rs.getInt(2), rs.getString(3)))
        .list();
  }

  /** Open incidents of these mines that were opened before, the longest open first. */
  public List<String> openBefore(List<String> mines, Instant before) {
    if (mines.isEmpty()) {
      return List.of();
    }
    return db.sql(
            "select id from incident where is_open = 1 and mine in (:mines) and opened < :before"
                + " order by opened, id")
        .param("mines", mines)
        .param("before", before.toString())
        .query(String.class)
        .list();
  }

  /** How many incidents of these mines are open. */
  public int countOpen(List<String> mines) {
    return mines.isEmpty()
        ? 0
        : db.sql("select count(*) from incident where is_open = 1 and mine in (:mines)")
            .param("mines", mines)
            .query(Integer.class)
            .single();
  }

  /** How many incidents of a mine are open, by severity name. */
  public Map<String, Integer> openBySeverity(String mine) {
    Map<String, Integer> counts = new TreeMap<>();
    db.sql(
            "select severity, count(*) from incident where is_open = 1 and mine = ?"
                + " group by severity")
        .param(mine)
        .query(
            rs -> {
              counts.put(rs.getString(1), rs.getInt(2));
            });
    return counts;
  }

  /** What is open at each mine where anything is, drills apart. */
  public Map<String, MineNow.Open> openByMine() {
    Map<String, MineNow.Open> open = new TreeMap<>();
    db.sql(
            "select mine, severity, count(*), sum(case stage when 'CALLED' then 1 else 0 end)"
                + " from incident where is_open = 1 and not exists"
                + " (select 1 from drill where drill.incident = incident.id)"
                + " group by mine, severity")
        .query(
            rs -> {
              open.merge(
                  rs.getString(1),
                  new MineNow.Open(Map.of(rs.getString(2), rs.getInt(3)), rs.getInt(4)),
                  MineNow.Open::and);
            });
    return open;
  }

  /** An incident that is to be told the time, since when. */
  public record Owed(String incident, Instant at) {}

  /** Incidents to be told the time, most overdue first. */
  public List<Owed> due(Instant now, int atMost) {
    return db.sql("select incident, at from due where at <= ? order by at limit ?")
        .params(now.toEpochMilli(), atMost)
        .query((rs, i) -> new Owed(rs.getString(1), Instant.ofEpochMilli(rs.getLong(2))))
        .list();
  }

  /** Takes a due step for this transaction; false if another instance has already run it. */
  public boolean claim(String incident, Instant now) {
    return db.sql("update due set claims = claims + 1 where incident = ? and at <= ?")
            .params(incident, now.toEpochMilli())
            .update()
        == 1;
  }
}
