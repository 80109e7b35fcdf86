package io.minewatch.ingest.files.rows;

import io.minewatch.ingest.files.found.AlarmRecord;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.RecordFault;
import io.minewatch.ingest.files.words.AlarmKind;
import io.minewatch.ingest.files.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the mine's own system raised and cleared. */
final class AlarmRows implements Collector {
  private static final Set<String> USED = Set.of("code", "event", "begin", "end");

  private final Vocabulary words;
  private final List<AlarmRecord> alarms = new ArrayList<>();

  AlarmRows(Vocabulary words) {
    this.words = words;
  }

  @Override
  public void take(Row row) throws BadField {
    String fixed = row.format().alarm();
    String raw = row.text("event");
    AlarmKind kind = fixed == null ? words.event(raw) : fixed(fixed);
    if (kind == null) {
      throw row.bad("event", RecordFault.UNKNOWN_EVENT, "no known kind of event");
    }
    alarms.add(
        new AlarmRecord(
            kind, row.text("code"), raw, row.neededTime("begin"), row.time("end"), row.told(USED)));
  }

  private static @Nullable AlarmKind fixed(String name) {
    for (AlarmKind kind : AlarmKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  @Override
  public Content content() {
    return new Content.Alarms(alarms);
  }
}
