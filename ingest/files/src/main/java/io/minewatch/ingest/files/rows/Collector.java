package io.minewatch.ingest.files.rows;

import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.table.Gives;
import io.minewatch.ingest.files.words.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file, in order, and says what they came to. */
public interface Collector {
  /** Values in a part: what one message carries of readings. Positions go a hundred a message. */
  int PART = 500;

  /**
   * Takes one row.
   *
   * @throws BadField if it cannot be taken; nothing of it is then kept
   */
  void take(Row row) throws BadField;

  /** All that was taken and not given as a part. */
  Content content();

  /**
   * What was taken since the last part, as soon as it is enough for one; null before that, and
   * always for what is only known as a whole, as definitions are.
   */
  default @Nullable Content part() {
    return null;
  }

  /** The collector for a format. */
  static Collector of(Gives gives, FileHead head, Vocabulary words, KnownUnits units) {
    return switch (gives) {
      case POINTS -> new PointRows(words);
      case ZONES -> new ZoneRows();
      case PEOPLE -> new PeopleRows();
      case STATIONS -> new StationRows();
      case READINGS -> new ReadingRows(words, units);
      case POSITIONS -> new PositionRows(head, words);
      case ALARMS -> new AlarmRows(words);
      case STATION_STATES -> new StationStateRows();
    };
  }
}
