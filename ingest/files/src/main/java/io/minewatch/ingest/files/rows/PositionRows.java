package io.minewatch.ingest.files.rows;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.found.PersonFix;
import io.minewatch.ingest.files.found.RecordFault;
import io.minewatch.ingest.files.words.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Positions. The file says that at its upload time the person was there, or was not: that is the
 * time of every fix, in or out. When who has left went through the gate stands in {@code timeOut}
 * beside it: taken for the fix's time it would lie before the file that still had the person
 * inside, and the exit would be passed over as late, in every file anew.
 */
final class PositionRows implements Collector {
  private static final Set<String> USED =
      Set.of("card", "name", "in", "area", "station", "distance", "leader", "track");

  private final FileHead head;
  private final Vocabulary words;
  private final List<PersonFix> fixes = new ArrayList<>();

  PositionRows(FileHead head, Vocabulary words) {
    this.head = head;
    this.words = words;
  }

  @Override
  public void take(Row row) throws BadField {
    boolean inside = isInside(row);
    String area = row.text("area");
    if (inside && area.isEmpty()) {
      throw new BadField("area", RecordFault.MISSING, "is inside but in no area");
    }
    double distance = row.number("distance");
    Fix fix =
        new Fix(
            new CardId(row.text("card")),
            head.time(),
            inside,
            inside ? new ZoneId(area) : null,
            inside ? row.time("timeArea") : null,
            row.text("station"),
            Double.isNaN(distance) ? 0 : distance,
            PeopleRows.isYes(row.text("leader")),
            words.isDistress(row.text("work")));
    fixes.add(new PersonFix(fix, row.text("name"), track(row), row.told(USED)));
  }

  /** Neither here nor there must never read as outside. */
  private static boolean isInside(Row row) throws BadField {
    return switch (row.text("in")) {
      case "1" -> true;
      case "2" -> false;
      default -> throw row.bad("in", RecordFault.NEITHER_IN_NOR_OUT, "1 is in, 2 is out");
    };
  }

  /** What of the track can be read; the position itself does not depend on it. */
  private List<PersonFix.Passing> track(Row row) {
    List<PersonFix.Passing> track = new ArrayList<>();
    String text = row.text("track");
    int from = 0;
    while (from < text.length() && track.size() < PersonFix.MAX_TRACK) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      PersonFix.Passing passing = passing(row, text.substring(from, to));
      if (passing != null) {
        track.add(passing);
      }
      from = to + 1;
    }
    return track;
  }

  private static PersonFix.@Nullable Passing passing(Row row, String text) {
    int and = text.indexOf('&');
    if (and < 0 || !Name.isValid(text.substring(0, and))) {
      return null;
    }
    Instant at = row.instant(text.substring(and + 1).strip());
    return at == null ? null : new PersonFix.Passing(text.substring(0, and), at);
  }

  @Override
  public @Nullable Content part() {
    if (fixes.size() < PART) {
      return null;
    }
    Content part = content();
    fixes.clear();
    return part;
  }

  @Override
  public Content content() {
    return new Content.Positions(fixes);
  }
}
