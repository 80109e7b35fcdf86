package io.minewatch.alerting.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What an auditor asks of every answer: to what it was given, and who was told of the rest. */
final class AnswerReading {
  private AnswerReading() {}

  /** What was not told to who answered. */
  enum Lacking {
    PLACE,
    /** That people must out, and nothing else. */
    WITHDRAWAL
  }

  /** Checks a journal in which nothing was refused; says what the answers of it lacked. */
  static List<Lacking> check(String seed, List<Event> journal) {
    List<Lacking> all = new ArrayList<>();
    for (int i = 0; i < journal.size(); i++) {
      if (journal.get(i) instanceof Event.Acknowledged e) {
        int version = Math.toIntExact(Objects.requireNonNull(e.version(), seed));
        List<Event> told = journal.subList(0, version);
        List<Event> before = journal.subList(0, i);
        assertThat(worst(before))
            .as(seed + ": no milder was answered")
            .isLessThanOrEqualTo(worst(told));
        Set<Lacking> lacking = lacking(told, before);
        if (!lacking.isEmpty()) {
          all.addAll(lacking);
          assertThat(journal.subList(i + 1, journal.size()))
              .as(seed + ": somebody is called to what was not told")
              .first()
              .isInstanceOfSatisfying(
                  Event.Worsened.class,
                  again -> assertThat(again.due().what()).isEqualTo(Due.What.CALL));
        }
      }
    }
    return all;
  }

  private static Set<Lacking> lacking(List<Event> told, List<Event> now) {
    Set<ZoneId> places = zones(calling(now));
    places.removeAll(zones(named(told)));
    if (!places.isEmpty()) {
      return Set.of(Lacking.PLACE);
    }
    Set<FindingId> out = out(now);
    boolean isTold = out.isEmpty() || out(told).stream().anyMatch(out::contains);
    return isTold ? Set.of() : Set.of(Lacking.WITHDRAWAL);
  }

  /** What a call is about; where nothing stands that calls, what stands, or else what stood. */
  private static Collection<Finding> named(List<Event> rows) {
    if (!calling(rows).isEmpty()) {
      return calling(rows);
    }
    return open(rows).isEmpty() ? facts(rows).values() : open(rows).values();
  }

  private static List<Finding> calling(List<Event> rows) {
    return open(rows).values().stream()
        .filter(fact -> fact.severity().compareTo(Severity.YELLOW) >= 0)
        .toList();
  }

  /** The newest fact of each. */
  private static Map<FindingId, Finding> facts(List<Event> rows) {
    Map<FindingId, Finding> facts = new LinkedHashMap<>();
    for (Event row : rows) {
      if (row instanceof Event.FindingNoted e) {
        facts.put(e.finding().id(), e.finding());
      }
    }
    return facts;
  }

  private static Map<FindingId, Finding> open(List<Event> rows) {
    Map<FindingId, Finding> open = facts(rows);
    open.values().removeIf(fact -> fact.kind() == FindingKind.CLEARED);
    return open;
  }

  private static Set<FindingId> out(List<Event> rows) {
    return open(rows).values().stream()
        .filter(Finding::asksForWithdrawal)
        .map(Finding::id)
        .collect(Collectors.toSet());
  }

  private static Set<ZoneId> zones(Collection<Finding> facts) {
    Set<ZoneId> zones = new HashSet<>();
    facts.forEach(fact -> zones.add(fact.zone()));
    return zones;
  }

  /** The level that was called; before the first call the worst that was found. */
  private static Severity worst(List<Event> rows) {
    Severity found = Severity.BLUE;
    Severity called = null;
    for (Event row : rows) {
      if (row instanceof Event.Warned e) {
        called = e.severity();
      } else if (row instanceof Event.Worsened e) {
        called = e.severity();
      } else if (row instanceof Event.FindingNoted e
          && e.finding().severity().compareTo(found) > 0) {
        found = e.finding().severity();
      }
    }
    return called == null ? found : called;
  }
}
