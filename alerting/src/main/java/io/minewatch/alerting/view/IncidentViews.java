package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.AlertChain;
import io.minewatch.alerting.chain.Due;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Evidence;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.IncidentRows.Place;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.registry.Sources;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes views from the journal and the call rows. */
public final class IncidentViews {
  /** Rows of a timeline shown; the journal, and an evidence pack, keep all. */
  private static final int TIMELINE_ROWS = 500;

  private static final Logger LOG = LoggerFactory.getLogger(IncidentViews.class);

  private final Store store;
  private final RulePacks packs;
  private final Mines mines;
  private final RuleSources sources;
  private final Clock clock;

  public IncidentViews(Store store, RulePacks packs, Mines mines, Clock clock) {
    this.store = store;
    this.packs = packs;
    this.mines = mines;
    this.clock = clock;
    this.sources = new RuleSources(store, Sources.of(packs, mines.all()));
  }

  /** A page of incidents, and where the next one begins: null on the last. */
  public record Page(List<IncidentView> views, @Nullable Place next) {}

  /** Open incidents of these mines, worst first, then the longest open. */
  public Page worst(List<String> mines, @Nullable Place after, int atMost) {
    return page(store.incidents().worst(mines, after, atMost + 1), atMost);
  }

  /** Incidents of these mines, open or not, the newest first. */
  public Page newest(List<String> mines, @Nullable Place after, int atMost) {
    return page(store.incidents().newest(mines, after, atMost + 1), atMost);
  }

  private Page page(List<Place> places, int atMost) {
    List<IncidentView> views = new ArrayList<>();
    for (Place place : places.subList(0, Math.min(places.size(), atMost))) {
      try {
        IncidentView view = one(place.id());
        if (view != null) {
          views.add(view);
        }
      } catch (IllegalStateException | IllegalArgumentException e) {
        LOG.error("incident {} cannot be read and is missing in a list", place.id(), e);
      }
    }
    return new Page(views, places.size() > atMost ? places.get(atMost - 1) : null);
  }

  /** One incident, or null. Of a timeline the newest rows only. */
  public @Nullable IncidentView one(String id) {
    return one(id, TIMELINE_ROWS);
  }

  /** One incident with its whole timeline, or null. */
  public @Nullable IncidentView whole(String id) {
    return one(id, Integer.MAX_VALUE);
  }

  private @Nullable IncidentView one(String id, int rows) {
    List<Event> events = store.journal().events(id);
    if (events.isEmpty()) {
      return null;
    }
    Incident incident = Fold.replay(events);
    MineEntry mine = mines.find(incident.mine().value());
    Names names = new Names(mine == null ? null : mine.plan());
    return new IncidentView(
        id,
        incident.mine().value(),
        mine == null ? "" : mine.plan().name(),
        mine == null ? "" : mine.plan().nameEnglish(),
        names(incident.zones()),
        incident.severity().name(),
        incident.stage().name().name(),
        incident.version(),
        incident.drill(),
        incident.opened(),
        incident.onset(),
        incident.findings().stream().map(each -> finding(each, names)).toList(),
        due(incident.due()),
        AlertChain.next(incident),
        missing(incident),
        incident.orders().stream().map(IncidentViews::order).toList(),
        muster(incident),
        store.calls().of(id).stream()
            .map(
                call ->
                    new IncidentView.CallView(
                        call.id(),
                        call.rung(),
                        packs.chain().position(call.rung()),
                        packs
                            .ladderEnglish()
                            .get(Math.min(call.rung(), packs.ladderEnglish().size()) - 1),
                        call.channel(),
                        call.placed(),
                        call.answered(),
                        call.outcome().name()))
            .toList(),
        IncidentView.ProposalView.of(incident.proposal()),
        IncidentView.ShelfView.of(incident.shelf()),
        incident.rescuers().stream().map(CardId::value).sorted().toList(),
        timeline(events, names, rows));
  }

  private List<String> missing(Incident incident) {
    return incident.isOpen()
        ? Evidence.missing(incident, clock.instant(), packs.chain()).stream()
            .map(Enum::name)
            .toList()
        : List.of();
  }

  private static List<String> names(List<ZoneId> zones) {
    return zones.stream().map(ZoneId::value).toList();
  }

  private static IncidentView.@Nullable DueView due(@Nullable Due due) {
    return due == null ? null : new IncidentView.DueView(due.what().name(), due.at(), due.rung());
  }

  private IncidentView.FindingView finding(Finding f, Names names) {
    Source source = sources.of(f);
    PointId point = f.point();
    ZoneId zone = f.zone();
    Measure measure = f.measure();
    boolean cleared = f.kind() == FindingKind.CLEARED;
    return new IncidentView.FindingView(
        f.id().value(),
        f.subject().toString(),
        point == null ? null : point.value(),
        zone == null ? null : zone.value(),
        measure == null ? null : measure.name(),
        f.unit(),
        f.check().name(),
        f.hazard().name(),
        names.subject(f),
        names.subjectEnglish(f),
        f.kind().name(),
        f.severity().name(),
        !cleared,
        f.kind() == FindingKind.BLIND,
        f.onset(),
        f.measured(),
        f.received(),
        f.judged(),
        cleared ? f.measured() : null,
        f.quality().measures() ? f.value() : null,
        f.limit(),
        f.peak(),
        f.peakAt(),
        f.rule(),
        source == null ? "" : source.clause(),
        source == null ? "" : source.confidence().name(),
        f.planVersion(),
        f.detail());
  }

  private static IncidentView.OrderView order(Incident.Standing standing) {
    var order = standing.order();
    return new IncidentView.OrderView(
        order.id().value(),
        order.grade().name(),
        order.reason().name(),
        names(order.zones()),
        order.text(),
        order.issued(),
        standing.by(),
        standing.lifted());
  }

  private static IncidentView.@Nullable MusterView muster(Incident incident) {
    Event.Proof proof = incident.proof();
    if (proof == null) {
      return null;
    }
    int listed = 0;
    List<Remaining> remaining = new ArrayList<>();
    Instant emptied = null;
    boolean proven = true;
    for (OrderMuster order : proof.orders()) {
      listed = Math.max(listed, order.listed());
      for (Remaining each : order.remaining()) {
        if (remaining.stream().noneMatch(known -> known.card().equals(each.card()))) {
          remaining.add(each);
        }
      }
      proven &= order.provenAt() != null;
      Instant at = order.emptiedAt();
      if (at != null && (emptied == null || at.isAfter(emptied))) {
        emptied = at;
      }
    }
    remaining.sort(Comparator.comparing(Remaining::state));
    return new IncidentView.MusterView(
        proof.counted(), proof.lastFix(), listed, remaining, proven ? emptied : null);
  }

  private List<IncidentView.TimelineRow> timeline(List<Event> events, Names names, int most) {
    Words words = new Words(packs.chain().ladder(), packs.ladderEnglish(), names);
    List<IncidentView.TimelineRow> rows = new ArrayList<>();
    for (int i = Math.max(0, events.size() - most); i < events.size(); i++) {
      Event event = events.get(i);
      Words.Said said = words.of(event);
      rows.add(
          new IncidentView.TimelineRow(
              i + 1, event.at(), said.who(), said.what(), said.chinese(), said.english()));
    }
    return rows;
  }
}
