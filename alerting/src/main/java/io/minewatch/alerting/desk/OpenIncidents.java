package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.group.Grouping.Occasion;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open incidents of a mine as the journal has them, the longest open first. */
final class OpenIncidents {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIncidents.class);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  /** Letters of a finding's id in that of its incident, which people read out. */
  private static final int SHORT = 8;

  /**
   * Letters of it where another incident of the day begins alike: all of ours, and no more of a
   * longer one, for the id of an order holds that of its incident and is a name of at most 64.
   */
  private static final int LONG = 32;

  private final Store store;

  OpenIncidents(Store store) {
    this.store = store;
  }

  /**
   * All of them: an order book must not leave one out.
   *
   * @throws IllegalStateException if the journal of one cannot be read
   */
  List<Incident> all(MineCode mine) {
    return store.incidents().open(mine.value()).stream().map(this::read).toList();
  }

  /** Those that can be read: one that cannot must not keep a new finding from being called out. */
  List<Incident> readable(MineCode mine) {
    List<Incident> found = new ArrayList<>();
    for (String id : store.incidents().open(mine.value())) {
      try {
        found.add(read(id));
      } catch (IllegalStateException | IllegalArgumentException e) {
        LOG.error("incident {} cannot be read, the others go on without it", id, e);
      }
    }
    return found;
  }

  private Incident read(String id) {
    return Objects.requireNonNull(store.journal().incident(id), "it has a row");
  }

  /** Opens one for a finding. Inside a writing transaction. */
  Incident open(Finding finding, Occasion occasion, Instant now) {
    String whole = finding.id().value();
    String longer = whole.substring(0, Math.min(LONG, whole.length()));
    String id = id(finding, whole.substring(0, Math.min(SHORT, whole.length())));
    for (int more = 0; store.journal().holds(id); more++) { // another of that day begins alike
      id = id(finding, more == 0 ? longer : longer + "." + more);
    }
    Event.Opened opened =
        new Event.Opened(now, id, finding.mine(), occasion == Occasion.DRILL, finding.onset());
    store.journal().append(id, List.of(opened));
    Incident incident = Incident.of(opened);
    store.incidents().save(incident);
    return incident;
  }

  private static String id(Finding finding, String name) {
    return "i-%s-%s-%d".formatted(DAY.format(finding.onset()), name, finding.fact());
  }
}
