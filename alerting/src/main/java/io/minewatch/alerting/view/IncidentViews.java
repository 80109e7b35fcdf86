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
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.withdrawal.OrderMuster;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes views from the journal and the call rows. */
public final class IncidentViews {
  /** Rows of a timeline shown; the journal, and an evidence pack, keep all. */
  private static final int TIMELINE_ROWS = 500;

  /** Attempts in a view with everything; a pack that holds more says how many there are. */
  private static final int MOST_CALLS = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(IncidentViews.class);

  private final Store store;
  private final RulePacks packs;
  private final Mines mines;
  private final FindingViews findings;
  private final Margins margins;
  private final Clock clock;

  /**
   * Makes them.
   *
   * @param summaries the newest of each mine, by its code; null where none has come
   */
  public IncidentViews(
      Store store,
      RulePacks packs,
      Mines mines,
      Function<String, @Nullable Summary> summaries,
      Clock clock) {
    this.margins = new Margins(store, summaries);
    this.store = store;
    this.packs = packs;
    this.mines = mines;
    this.clock = clock;
    this.findings = new FindingViews(new RuleSources(store, Sources.of(packs, mines.all())));
  }

  /** A page of incidents, and where the next one begins: null on the last. */
  public record Page(List<IncidentView> views, @Nullable Place next) {}

  /** Open incidents of these mines, worst first, then the longest open. */
  public Page worst(
      List<String> mines, @Nullable Place after, int atMost, Function<String, Sight> sight) {
    return page(store.incidents().worst(mines, after, atMost + 1), atMost, sight);
  }

  /** How many incidents of these mines are open. */
  public int countOpen(List<String> mines) {
    return store.incidents().countOpen(mines);
  }

  /** Incidents of these mines, open or not, the newest first. */
  public Page newest(
      List<String> mines, @Nullable Place after, int atMost, Function<String, Sight> sight) {
    return page(store.incidents().newest(mines, after, atMost + 1), atMost, sight);
  }

  private Page page(List<Place> places, int atMost, Function<String, Sight> sight) {
    List<IncidentView> views = new ArrayList<>();
    for (Place place : places.subList(0, Math.min(places.size(), atMost))) {
      try {
        IncidentView view = one(place.id(), sight);
        if (view != null) {
          views.add(view);
        }
      } catch (IllegalStateException | IllegalArgumentException e) {
        LOG.error("incident {} cannot be read and is missing in a list", place.id(), e);
      }
    }
    return new Page(views, places.size() > atMost ? places.get(atMost - 1) : null);
  }

  /**
   * One incident, or null. Of a timeline the newest rows only, and what people did.
   *
   * @param sight what of a mine's people the reader may see
   */
  public @Nullable IncidentView one(String id, Function<String, Sight> sight) {
    return one(id, TIMELINE_ROWS, sight);
  }

  /** One incident with its whole timeline, or null. */
  public @Nullable IncidentView whole(String id, Function<String, Sight> sight) {
    return one(id, Integer.MAX_VALUE, sight);
  }

  private @Nullable IncidentView one(String id, int rows, Function<String, Sight> sights) {
    List<Event> events = store.journal().events(id);
    if (events.isEmpty()) {
      return null;
    }
    Incident incident = Fold.replay(events);
    MineEntry mine = mines.find(incident.mine().value());
    Sight sight = sights.apply(incident.mine().value());
    Plan plan = mine == null ? null : mine.plan();
    Names names = new Names(plan, sight);
    List<IncidentView.FindingView> shown = findings.shown(incident, rows, names);
    return new IncidentView(
        id,
        incident.mine().value(),
        mine == null ? "" : mine.plan().name(),
        mine == null ? "" : mine.plan().nameEnglish(),
        names(incident.zones()),
        names.zones(spokenOf(incident)),
        incident.severity().name(),
        incident.stage().name().name(),
        incident.version(),
        incident.drill(),
        incident.opened(),
        incident.onset(),
        shown,
        incident.findings().size(),
        due(incident.due()),
        AlertChain.next(incident),
        missing(incident),
        incident.orders().stream().map(each -> order(incident, each)).toList(),
        MusterViews.of(incident, Headings.of(events, incident, plan, sight), sight),
        CallViews.of(store.calls().of(id, Math.min(rows, MOST_CALLS)), packs, sight::name),
        store.calls().count(id),
        AnswerViews.of(events, shown),
        IncidentView.ProposalView.of(incident.proposal()),
        IncidentView.ShelfView.of(incident.shelf()),
        incident.rescuers().stream().map(card -> sight.card(card.value())).sorted().toList(),
        Margins.danger(incident, plan),
        margins.of(incident, plan, clock.instant()),
        AccidentView.of(store.accidents().find(id), clock.instant()),
        TimelineRows.of(events, words(names), rows));
  }

  /** A page of the findings of an incident, in the order of arrival; empty if there is none. */
  public List<IncidentView.FindingView> findings(
      String id, int from, int atMost, Function<String, Sight> sight) {
    Incident incident = store.journal().incident(id);
    if (incident == null) {
      return List.of();
    }
    MineEntry mine = mines.find(incident.mine().value());
    Names names =
        new Names(mine == null ? null : mine.plan(), sight.apply(incident.mine().value()));
    return incident.findings().stream()
        .skip(from)
        .limit(atMost)
        .map(each -> findings.one(each, names))
        .toList();
  }

  /** The code of the mine of an incident; empty if there is none of this id. */
  public String mineOf(String id) {
    Incident incident = store.journal().incident(id);
    return incident == null ? "" : incident.mine().value();
  }

  /** A page of the attempts to call about an incident, the oldest first. */
  public List<IncidentView.CallView> calls(String id, int from, int atMost, Sight sight) {
    return CallViews.of(store.calls().page(id, from, atMost), packs, sight::name);
  }

  private Words words(Names names) {
    return new Words(packs.chain().ladder(), packs.ladderEnglish(), names);
  }

  private List<String> missing(Incident incident) {
    return incident.isOpen()
        ? Evidence.missing(incident, clock.instant(), packs.chain()).stream()
            .map(Enum::name)
            .toList()
        : List.of();
  }

  /** The zones of what is found, of the orders, and where those are who are still inside. */
  private static Stream<ZoneId> spokenOf(Incident incident) {
    Event.Proof proof = incident.proof();
    List<OrderMuster> counts = proof == null ? List.of() : proof.orders();
    Stream<ZoneId> ordered =
        incident.orders().stream().flatMap(each -> each.order().zones().stream());
    Stream<ZoneId> inside =
        counts.stream()
            .flatMap(order -> order.remaining().stream())
            .flatMap(each -> Stream.ofNullable(each.zone()));
    return Stream.of(incident.zones().stream(), ordered, inside).flatMap(zones -> zones);
  }

  private static List<String> names(List<ZoneId> zones) {
    return zones.stream().map(ZoneId::value).toList();
  }

  private static IncidentView.@Nullable DueView due(@Nullable Due due) {
    return due == null ? null : new IncidentView.DueView(due.what().name(), due.at(), due.rung());
  }

  private IncidentView.OrderView order(Incident incident, Incident.Standing standing) {
    var order = standing.order();
    return new IncidentView.OrderView(
        order.id().value(),
        order.grade().name(),
        order.reason().name(),
        names(order.zones()),
        order.text(),
        order.issued(),
        standing.by(),
        standing.lifted(),
        store.receipts().of(incident.mine(), order.id()).stream()
            .map(
                each ->
                    new IncidentView.ReceiptView(
                        each.system(),
                        each.by().name(),
                        each.state().name(),
                        each.at(),
                        each.detail()))
            .toList());
  }
}
