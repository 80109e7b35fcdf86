package io.minewatch.alerting.notify.cap;

import io.minewatch.alerting.notify.cap.CapArea.Place;
import io.minewatch.domain.finding.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the feed needs to know of an incident, without the people in it. */
public interface CapSource {
  /** The incident as it is now, or null if it is none. */
  @Nullable About about(String incident);

  /** A mine of which nothing is to be told but that this is a test; null if there is none. */
  @Nullable About test(String mine, Instant at);

  /**
   * An incident.
   *
   * @param codes of its jurisdiction, the most local last
   * @param place of the mine, or null where the registry does not know it
   */
  record About(
      String mine,
      Names names,
      List<String> codes,
      @Nullable Place place,
      Severity severity,
      Instant onset,
      Standing standing,
      List<Mark> marks) {
    public About {
      codes = List.copyOf(codes);
      marks = List.copyOf(marks);
    }
  }

  /** Mine and zones, in Chinese and English. */
  record Names(String mine, String mineEnglish, String zones, String zonesEnglish) {}

  /** Whether it is over. */
  enum Standing {
    OPEN,
    CLOSED
  }

  /** What else is true of it. */
  enum Mark {
    DRILL,
    /** Nothing is: the way of the alerts is tried. */
    TEST,
    /** People are ordered out. */
    WITHDRAWING
  }
}
