package io.minewatch.series.store;

import static io.minewatch.series.store.LineText.quoted;
import static io.minewatch.series.store.LineText.tag;

import io.minewatch.domain.feed.Hole;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.Statistic;

/**
 * Writes readings as line protocol, nanosecond times. One line is one reading; no line holds a
 * newline of its own. Reused by its owner; not shared.
 *
 * <p>A store keeps one line at one place: tags and time. Where a clock was put back, two readings
 * of one point say the same time; to keep both, what comes {@link Place#AGAIN} is put beside its
 * millisecond, by a part of a millisecond that is made of what it says. So the same reading written
 * twice is still one line.
 */
public final class Lines {
  /** Where readings go whose point no plan knows. */
  public static final String UNREGISTERED = "unregistered";

  /** What came of each gateway's messages, and how its clock goes. */
  public static final String FEED = "feed";

  /** Runs of messages of a gateway that did not come in their turn. */
  public static final String HOLE = "hole";

  /** Where every card was seen. Holds card numbers and no names; kept for a short time only. */
  public static final String POSITION = "position";

  /** What the mine's own systems raised, by its begin. */
  public static final String OWN_ALARM = "own_alarm";

  /** What each point told in each window of five minutes. */
  public static final String STATISTIC = "statistic_5m";

  /** Times that were told twice, with different readings. */
  public static final String REWRITE = "rewrite";

  /** Whether the time of a reading was told before, by a clock that was put back since. */
  public enum Place {
    OWN,
    AGAIN
  }

  /** Where the line with an end is, in nanoseconds after its begin. QuestDB keeps microseconds. */
  private static final int ENDED = 1_000;

  /** The highest number of a piece of statistics; a window has room for no more. */
  public static final int PIECES = 999_999;

  private final LineBuffer buffer = new LineBuffer();
  private final StringBuilder text = buffer.text;

  /** Stands for a time that a position does not tell. */
  static final long NOT_TOLD = 0;

  /** The part of a line that never changes for a point: measurement and tags. */
  public static String head(Measure measure, String mine, String point, String zone) {
    StringBuilder head = new StringBuilder(80);
    head.append(Series.measurement(measure));
    tag(head, "mine", mine);
    tag(head, "point", point);
    tag(head, "zone", zone);
    return head.append(' ').toString();
  }

  /**
   * Adds a reading of a known point.
   *
   * @param value in the measure's own unit; NaN if there is only a quality to tell
   */
  public void add(String head, double value, Quality quality, long measuredMillis) {
    add(head, value, quality, measuredMillis, Place.OWN);
  }

  /** The same at a place of its own or beside it. */
  public void add(String head, double value, Quality quality, long measuredMillis, Place place) {
    text.append(head);
    int from = text.length();
    finish(value, quality);
    end(from, measuredMillis, place);
  }

  /** Adds a reading of a point that no plan knows: as sent, in the unit sent. */
  public void addUnregistered(
      String mine,
      String point,
      double value,
      String unit,
      Quality quality,
      long measuredMillis,
      Place place) {
    text.append(UNREGISTERED);
    tag(text, "mine", mine);
    tag(text, "point", point);
    int from = text.length();
    text.append(" unit=");
    quoted(text, unit);
    text.append(',');
    finish(value, quality);
    end(from, measuredMillis, place);
  }

  /** Adds how the feed of a gateway stands. */
  public void addFeed(String mine, Summary.Gateway gateway, long atMillis) {
    text.append(FEED);
    tag(text, "mine", mine);
    tag(text, "gateway", gateway.id().value());
    text.append(" missing=").append(gateway.missing());
    text.append("i,recovered=").append(gateway.recovered());
    text.append("i,given_up=").append(gateway.givenUp());
    text.append("i,readings_missed=").append(gateway.readingsMissed());
    text.append("i,readings_came=").append(gateway.readingsCame());
    text.append("i,duplicates=").append(gateway.duplicates());
    text.append("i,offset_ms=").append(gateway.offsetMillis());
    text.append('i');
    end(text.length(), atMillis, Place.OWN);
  }

  /** Adds what became of a run of missing messages; the next line of it takes its place. */
  public void addHole(String mine, GatewayId gateway, Hole hole) {
    text.append(HOLE);
    tag(text, "mine", mine);
    tag(text, "gateway", gateway.value());
    int from = text.length();
    text.append(" session=");
    quoted(text, hole.session());
    text.append(",first_seq=").append(hole.from()).append('i');
    text.append(",last_seq=").append(hole.through()).append('i');
    int beside = beside(from); // two runs may begin in one millisecond
    text.append(",until_ms=").append(hole.until().toEpochMilli());
    text.append("i,missing=").append(hole.missing());
    text.append("i,came=").append(hole.came());
    text.append("i,given_up=").append(hole.givenUp());
    text.append("i,came_before=").append(hole.before()).append('i');
    if (hole.readings() != null && hole.readingsCame() != null) {
      text.append(",readings=").append(hole.readings());
      text.append("i,readings_came=").append(hole.readingsCame()).append('i');
    }
    end(hole.since().toEpochMilli(), beside);
  }

  /** Adds a position of a card. */
  public void addPosition(String mine, Fix fix, Place place) {
    text.append(POSITION);
    tag(text, "mine", mine);
    tag(text, "card", fix.card().value());
    int from = text.length();
    text.append(" inside=").append(fix.underground());
    text.append(",zone=");
    quoted(text, fix.zone() == null ? "" : fix.zone().value());
    text.append(",since=");
    text.append(fix.enteredZone() == null ? NOT_TOLD : fix.enteredZone().toEpochMilli());
    text.append("i,station=");
    quoted(text, fix.station());
    text.append(",distance=").append(fix.distanceMetres());
    text.append(",leader=").append(fix.leader());
    text.append(",distress=").append(fix.distress());
    end(from, fix.at().toEpochMilli(), place);
  }

  /** What an alarm of the mine's own systems is about: the tag under which it is kept. */
  public static String about(OwnAlarm alarm) {
    return alarm.kind() + "/" + alarm.subject();
  }

  /**
   * Adds an alarm of the mine's own systems under its begin. With an end it is put beside that, so
   * that an older message without the end, which comes later, takes it from no store.
   */
  public void addOwnAlarm(String mine, OwnAlarm alarm) {
    text.append(OWN_ALARM);
    tag(text, "mine", mine);
    tag(text, "about", about(alarm));
    text.append(" kind=");
    quoted(text, alarm.kind().name());
    text.append(",subject=");
    quoted(text, alarm.subject().toString());
    text.append(",zone=");
    quoted(text, alarm.zone() == null ? "" : alarm.zone().value());
    if (alarm.end() != null) {
      text.append(",ended=").append(alarm.end().toEpochMilli()).append('i');
    }
    end(alarm.begin().toEpochMilli(), alarm.end() == null ? 0 : ENDED);
  }

  /** The part of a line of statistics that no plan changes: it stays where it is written again. */
  public static String statisticHead(Measure measure, String mine, String point) {
    return NoteLines.head(measure, mine, point);
  }

  /**
   * Adds a piece of a window's statistics.
   *
   * @param piece which of its pieces, by which it has a place of its own; 0 to {@link #PIECES}
   */
  public void addStatistic(String head, Statistic statistic, int piece) {
    NoteLines.add(buffer, head, statistic, piece);
  }

  /** Adds that a time was told twice, by when that reached us. */
  public void addRewrite(String mine, Rewrite rewrite) {
    NoteLines.add(buffer, mine, rewrite);
  }

  private void finish(double value, Quality quality) {
    if (!Double.isNaN(value)) {
      text.append("value=").append(value).append(',');
    }
    text.append("quality=\"").append(quality.name()).append('"');
  }

  /**
   * Ends a line whose fields begin at {@code from} with its time.
   *
   * @param millis not before 1970
   */
  private void end(int from, long millis, Place place) {
    end(millis, place == Place.OWN ? 0 : beside(from));
  }

  private void end(long millis, int beside) {
    buffer.end(millis, beside);
  }

  private int beside(int from) {
    return buffer.beside(from);
  }

  /** How many lines were added since the last {@link #take}. */
  public int count() {
    return buffer.count();
  }

  /** The lines as bytes, each ended by a newline; forgets them. */
  public byte[] take() {
    return buffer.take();
  }
}
