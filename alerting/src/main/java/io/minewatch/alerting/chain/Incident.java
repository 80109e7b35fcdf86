package io.minewatch.alerting.chain;

import io.minewatch.alerting.chain.Event.Proof;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.withdrawal.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the journal says about one incident: the fold of its events.
 *
 * @param version grows with every event, refusals excepted
 * @param material the version at which what people answer to last changed; an answer to an older
 *     one is stale
 * @param severity the worst so far: what people have been told, not what the sensors say now
 * @param rung of the roster that was called last
 * @param findings newest fact of each, in order of arrival
 * @param due the next step owed, or null
 * @param exposed zones underground in which something was found and from which people have not been
 *     withdrawn, proven and released since
 * @param known where something was found of which people have been told
 * @param handlers who acknowledged, responded, ordered or shelved: none of them may sign
 * @param proposal what waits for a second person, or null
 * @param shelf while it is put aside, or null
 * @param rescuers cards that are shown apart in the head count
 * @param counted cards that any head count of its orders has listed inside
 */
public record Incident(
    String id,
    MineCode mine,
    boolean drill,
    Instant opened,
    Instant onset,
    long version,
    long material,
    Stage stage,
    Severity severity,
    int rung,
    List<Finding> findings,
    List<Standing> orders,
    @Nullable Proof proof,
    @Nullable Due due,
    Set<ZoneId> exposed,
    Known known,
    Set<String> handlers,
    @Nullable Proposal proposal,
    @Nullable Shelf shelf,
    Set<CardId> rescuers,
    Set<CardId> counted) {
  /**
   * An order of this incident.
   *
   * @param book version of the order book that first held it
   * @param lifted when it was lifted, or null while it stands
   */
  public record Standing(Order order, String by, long book, @Nullable Instant lifted) {
    /** The same, lifted at this time unless it was lifted before. */
    Standing lifted(Instant at) {
      return lifted != null ? this : new Standing(order, by, book, at);
    }
  }

  public Incident {
    findings = List.copyOf(findings);
    orders = List.copyOf(orders);
    exposed = Set.copyOf(exposed);
    handlers = Set.copyOf(handlers);
    rescuers = Set.copyOf(rescuers);
    counted = Set.copyOf(counted);
  }

  /** Opens; the only event without a state before it. */
  public static Incident of(Event.Opened opened) {
    return new Incident(
        opened.incident(),
        opened.mine(),
        opened.drill(),
        opened.at(),
        opened.onset(),
        1,
        1,
        new Stage.Approaching(opened.at()),
        Severity.BLUE,
        1,
        List.of(),
        List.of(),
        null,
        null,
        Set.of(),
        Known.NOTHING,
        Set.of(),
        null,
        null,
        Set.of(),
        Set.of());
  }

  /**
   * Who was inside at this time or later is on the list of an order: the onset, and not later than
   * we knew of it. A mine's clock may run ahead, and who left before its onset would not be asked
   * for.
   */
  public Instant insideSince() {
    return onset.isBefore(opened) ? onset : opened;
  }

  public boolean isOpen() {
    return !(stage instanceof Stage.Closed);
  }

  /** The zones of its findings, in order of arrival; what is about the mine as a whole has none. */
  public List<ZoneId> zones() {
    return findings.stream().map(Finding::zone).filter(Objects::nonNull).distinct().toList();
  }

  /**
   * Where something stands that calls: first where people must out, then where it is as bad as the
   * incident, then the rest; each with the place of the newest fact first. While nothing that
   * stands calls, where anything stands; where nothing stands any more, where something did.
   */
  public List<ZoneId> places(ChainRules rules) {
    List<Finding> told = new ArrayList<>(isRestored() ? findings : openFindings().toList());
    if (openFindings().anyMatch(rules::calls)) {
      told.removeIf(each -> !rules.calls(each));
    }
    Collections.reverse(told);
    Comparator<Finding> worse = Comparator.comparing(each -> !each.asksForWithdrawal());
    told.sort(
        worse
            .thenComparing(each -> each.severity().compareTo(severity) < 0)
            .thenComparing(Finding::judged, Comparator.reverseOrder()));
    return told.stream().map(Finding::zone).filter(Objects::nonNull).distinct().toList();
  }

  public Stream<Finding> openFindings() {
    return findings.stream().filter(finding -> finding.kind() != FindingKind.CLEARED);
  }

  /** The open findings for which people must out. */
  public Set<FindingId> askingOut() {
    return openFindings()
        .filter(Finding::asksForWithdrawal)
        .map(Finding::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether every finding is cleared. */
  public boolean isRestored() {
    return !findings.isEmpty() && openFindings().findAny().isEmpty();
  }

  public Stream<Standing> openOrders() {
    return orders.stream().filter(order -> order.lifted() == null);
  }

  /** When time must be told to this incident, or null for never. */
  public @Nullable Instant wakeAt() {
    return due == null ? null : due.at();
  }
}
