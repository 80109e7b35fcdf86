package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.ByPerson;
import io.minewatch.alerting.chain.Event;
import java.util.ArrayList;
import java.util.List;

/** The journal of an incident in rows that people read. */
final class TimelineRows {
  private TimelineRows() {}

  /** The newest rows, and all that people did; the number of a row is its place in the journal. */
  static List<IncidentView.TimelineRow> of(List<Event> events, Words words, int most) {
    List<IncidentView.TimelineRow> rows = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (i >= events.size() - most || event instanceof ByPerson) {
        Words.Said said = words.of(event);
        rows.add(
            new IncidentView.TimelineRow(
                i + 1, event.at(), said.who(), said.what(), said.chinese(), said.english()));
      }
    }
    return rows;
  }
}
