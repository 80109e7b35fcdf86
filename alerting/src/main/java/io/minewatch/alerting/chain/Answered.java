package io.minewatch.alerting.chain;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer that stands, and what it does not speak of. A further point of the same colour at a
 * place that was told calls nobody again, before the answer as after it; but nobody has seen it who
 * answered, and it must not look as if.
 *
 * @param version of the incident that was answered to
 * @param foundSince what stands and was found, got worse or went blind after that version, in the
 *     order of arrival
 */
public record Answered(String by, Instant at, long version, List<FindingId> foundSince) {
  public Answered {
    foundSince = List.copyOf(foundSince);
  }

  /**
   * Of a whole journal.
   *
   * @return null where nobody has answered, or the newest answer counts no more
   */
  public static @Nullable Answered of(List<Event> journal) {
    Map<FindingId, Long> standing = new LinkedHashMap<>();
    Answered newest = null;
    long version = 0;
    for (Event event : journal) {
      if (event instanceof Event.ActRefused) {
        continue; // makes no version
      }
      version++;
      if (event instanceof Event.FindingNoted e && e.finding().kind() == FindingKind.CLEARED) {
        standing.remove(e.finding().id());
      } else if (event instanceof Event.FindingNoted e) {
        note(standing, e.finding(), version);
      } else if (event instanceof Event.Acknowledged e) {
        Long told = e.version(); // older journals do not say: all that stood then
        newest = new Answered(e.by(), e.at(), told == null ? version : told, List.of());
      } else if (ends(event)) {
        newest = null;
      }
    }
    return newest == null ? null : newest.with(standing);
  }

  /** The version at which it was last found to be more than it was. */
  private static void note(Map<FindingId, Long> standing, Finding fact, long version) {
    if (fact.kind() == FindingKind.RAISED || fact.kind() == FindingKind.BLIND) {
      standing.put(fact.id(), version);
    } else {
      standing.putIfAbsent(fact.id(), version);
    }
  }

  /** Whether it is called anew, whatever was answered. */
  private static boolean ends(Event event) {
    return event instanceof Event.Lapsed
        || event instanceof Event.Closed
        || (event instanceof Event.Worsened worse && worse.due().what() == Due.What.CALL);
  }

  private Answered with(Map<FindingId, Long> standing) {
    return new Answered(
        by,
        at,
        version,
        standing.entrySet().stream()
            .filter(each -> each.getValue() > version)
            .map(Map.Entry::getKey)
            .toList());
  }
}
