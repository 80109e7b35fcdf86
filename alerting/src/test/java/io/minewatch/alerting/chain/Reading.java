package io.minewatch.alerting.chain;

import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an auditor reads in a journal, row by row; shares nothing with the fold. */
final class Reading {
  private Reading() {}

  static Set<String> handlers(List<Event> journal) {
    Set<String> all = new HashSet<>();
    for (Event event : journal) {
      if (event instanceof Event.Acknowledged e) {
        all.add(e.by());
      } else if (event instanceof Event.Responded e) {
        all.add(e.by());
      } else if (event instanceof Event.Ordered e) {
        all.add(e.by());
      } else if (event instanceof Event.Shelved e) {
        all.add(e.by());
      } else if (event instanceof Event.Revoked e) {
        all.add(e.by());
        all.add(e.first());
      }
    }
    return all;
  }

  static Set<FindingId> openFindings(List<Event> journal) {
    Set<FindingId> open = new HashSet<>();
    for (Event event : journal) {
      if (event instanceof Event.FindingNoted e) {
        if (e.finding().kind() == FindingKind.CLEARED) {
          open.remove(e.finding().id());
        } else {
          open.add(e.finding().id());
        }
      }
    }
    return open;
  }

  /**
   * The zones with a finding that no withdrawal has shown empty since: by an order that stands and
   * is proven now, or by one that was proven when it was released, after the last fact there.
   */
  static Set<String> zonesNotProven(List<Event> journal, Instant at) {
    Map<ZoneId, Integer> lastFact = new HashMap<>();
    Set<ZoneId> proven = new HashSet<>();
    for (int i = 0; i < journal.size(); i++) {
      if (journal.get(i) instanceof Event.FindingNoted e) {
        lastFact.put(e.finding().zone(), i);
        proven.remove(e.finding().zone());
      } else if (journal.get(i) instanceof Event.Released e) {
        proven.addAll(provenBy(journal.subList(0, i), e.at()));
      }
    }
    proven.addAll(provenBy(journal, at));
    Set<String> missing = new TreeSet<>();
    lastFact.keySet().stream()
        .filter(zone -> !proven.contains(zone))
        .forEach(z -> missing.add(z.value()));
    return missing;
  }

  /** The zones of the orders that stand at the end of the rows and are proven empty by then. */
  private static Set<ZoneId> provenBy(List<Event> rows, Instant at) {
    Set<ZoneId> proven = new HashSet<>();
    Event.HeadCounted count = lastCount(rows);
    for (Event.Ordered order : standing(rows)) {
      OrderMuster muster = count == null ? null : of(order, count);
      if (count != null
          && muster != null
          && muster.provenAt() != null
          && muster.remaining().isEmpty()
          && muster.provenAt().isAfter(order.order().issued())
          && count.proof().book() >= order.book()
          && !count.proof().counted().isBefore(at.minus(Chains.RULES.proofAge()))) {
        proven.addAll(order.order().zones());
      }
    }
    return proven;
  }

  /** How many the last count lists for the orders that stand. */
  static int stillInside(List<Event> journal) {
    Event.HeadCounted count = lastCount(journal);
    int inside = 0;
    for (Event.Ordered order : standing(journal)) {
      OrderMuster muster = count == null ? null : of(order, count);
      inside += muster == null ? 0 : muster.remaining().size();
    }
    return inside;
  }

  private static List<Event.Ordered> standing(List<Event> rows) {
    int from = 0;
    for (int i = 0; i < rows.size(); i++) {
      from = rows.get(i) instanceof Event.Released ? i : from;
    }
    Set<OrderId> revoked = new HashSet<>();
    for (Event event : rows) {
      if (event instanceof Event.Revoked e) {
        revoked.add(e.order());
      }
    }
    return rows.subList(from, rows.size()).stream()
        .filter(Event.Ordered.class::isInstance)
        .map(Event.Ordered.class::cast)
        .filter(order -> !revoked.contains(order.order().id()))
        .toList();
  }

  private static Event.@Nullable HeadCounted lastCount(List<Event> rows) {
    Event.HeadCounted last = null;
    for (Event event : rows) {
      last = event instanceof Event.HeadCounted e ? e : last;
    }
    return last;
  }

  private static @Nullable OrderMuster of(Event.Ordered order, Event.HeadCounted count) {
    return count.proof().orders().stream()
        .filter(each -> each.order().equals(order.order().id()))
        .findFirst()
        .orElse(null);
  }
}
