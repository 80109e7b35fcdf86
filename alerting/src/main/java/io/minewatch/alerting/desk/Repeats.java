package io.minewatch.alerting.desk;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.fourline.Causes;
import io.minewatch.alerting.fourline.Judged;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.journal.ChangeRows.Lowered;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.suspect.Feature;
import io.minewatch.alerting.suspect.OfOutages;
import io.minewatch.alerting.suspect.OfRecord;
import io.minewatch.alerting.suspect.Suspicion;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises the clues that a machine has from what repeats, from changes that lower protection, and
 * from what was told twice. Whatever is looked at again changes nothing.
 */
public final class Repeats {
  /** Mines that are looked at together. */
  private static final int MINES_AT_ONCE = 200;

  /** Outages that are held at once: where more mines have more, fewer are looked at together. */
  static final int MOST_OUTAGES = 20_000;

  private static final int MOST_CHANGES = 5_000;
  private static final int MOST_WORDS = 500;

  /** What is told twice is counted by the days of most mines. */
  private static final ZoneId ZONE = MinePlace.zone(ShiftPlan.NOT_TOLD);

  private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);

  private final Store store;
  private final FourLines lines;
  private final Mines mines;
  private final Raising raising;
  private final LostPoints.Terms terms;
  private final Clock clock;

  public Repeats(
      Store store,
      ClueDesk clues,
      FourLines lines,
      Mines mines,
      LostPoints.Terms terms,
      Clock clock) {
    this.store = store;
    this.lines = lines;
    this.mines = mines;
    this.raising = new Raising(clues, mines);
    this.terms = terms;
    this.clock = clock;
  }

  private record Look(Span span, Causes.Ground ground) {}

  /** Looks at outages that repeat, county by county. */
  public void outages() {
    Instant now = clock.instant();
    Span span = new Span(now.minus(terms.rules().within()), now);
    Look look = new Look(span, lines.ground(lines.unwatched(span), now));
    Map<String, List<String>> counties = new TreeMap<>();
    look.ground()
        .counties()
        .forEach(
            (mine, county) ->
                counties.computeIfAbsent(county.path(), any -> new ArrayList<>()).add(mine));
    counties.forEach(
        (county, all) -> {
          for (int from = 0; from < all.size(); from += MINES_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MINES_AT_ONCE));
            Raising.guarded("repeated outages of " + county, () -> outages(all, some, look));
          }
        });
  }

  /** Of some mines of a county. Of all of one at once no other cut needs to be looked for. */
  private void outages(List<String> county, List<String> some, Look look) {
    List<Outage> own = store.fourLines().begun(some, look.span(), MOST_OUTAGES);
    if (own.size() == MOST_OUTAGES && some.size() > 1) {
      int half = some.size() / 2;
      outages(county, some.subList(0, half), look);
      outages(county, some.subList(half, some.size()), look);
      return;
    }
    if (own.size() == MOST_OUTAGES) {
      LOG.warn("mine {} has more outages than are looked at: the newest {}", some, MOST_OUTAGES);
    }
    List<Judged> judged =
        some.size() == county.size()
            ? Causes.of(own, look.ground())
            : lines.judged(own, look.ground());
    Map<String, List<Judged>> byMine = new TreeMap<>();
    for (Judged each : judged) {
      byMine.computeIfAbsent(each.outage().mine(), any -> new ArrayList<>()).add(each);
    }
    byMine.forEach(
        (mine, all) ->
            Raising.guarded(
                "repeated outages of mine " + mine,
                () -> raising.raise(OfOutages.of(all, terms(mine, look.span().from())))));
  }

  private OfOutages.Terms terms(String mine, Instant since) {
    Map<Feature, Set<String>> checked = new EnumMap<>(Feature.class);
    for (Feature feature : List.of(Feature.SAME_HOUR, Feature.ONLY_THIS_MINE)) {
      Set<String> held = new HashSet<>();
      for (String id : store.suspects().closed(mine, feature.name(), since)) {
        Clue clue = store.clueJournal().find(id);
        if (clue != null) {
          clue.evidence().forEach(each -> held.add(each.ref()));
        }
      }
      checked.put(feature, held);
    }
    return new OfOutages.Terms(terms.rules(), terms.lines(), zone(mine), checked);
  }

  private ZoneId zone(String mine) {
    MineEntry entry = mines.find(mine);
    return entry == null ? ZONE : MinePlace.zone(entry.plan().shifts());
  }

  /** Looks at what was changed. */
  public void changes() {
    Instant since = clock.instant().minus(terms.rules().within());
    for (Lowered change : store.changes().lowered(since, MOST_CHANGES)) {
      Raising.guarded("change " + change.id(), () -> raising.raise(List.of(lowered(change))));
    }
  }

  private static Suspicion lowered(Lowered change) {
    String where = change.where();
    String words = where.substring(0, Math.min(where.length(), MOST_WORDS));
    return OfRecord.lowered(change.mine(), change.id(), words);
  }

  /** The days of which is asked what was told twice, the newest last. */
  public List<LocalDate> days() {
    Instant now = clock.instant();
    LocalDate first = LocalDate.ofInstant(now.minus(terms.rules().within()), ZONE);
    return first.datesUntil(LocalDate.ofInstant(now, ZONE).plusDays(1)).toList();
  }

  /** From when to when one of those days is. */
  public static Span span(LocalDate day) {
    return new Span(
        day.atStartOfDay(ZONE).toInstant(), day.plusDays(1).atStartOfDay(ZONE).toInstant());
  }

  /** Looks at what was told twice on one day, of all mines, by gateway, point and cause. */
  public void toldTwice(LocalDate day, List<RewriteCount> counts) {
    Map<String, List<RewriteCount>> byMine = new TreeMap<>();
    for (RewriteCount each : counts) {
      if (mines.path(each.mine().value()) != null) {
        byMine.computeIfAbsent(each.mine().value(), any -> new ArrayList<>()).add(each);
      }
    }
    byMine.forEach(
        (mine, all) ->
            Raising.guarded(
                "what was told twice of mine " + mine,
                () -> raising.raise(toldTwice(mine, day, all))));
  }

  private List<Suspicion> toldTwice(String mine, LocalDate day, List<RewriteCount> all) {
    Map<String, Map<String, Long>> rewritten = new TreeMap<>();
    Set<String> putBack = new HashSet<>();
    for (RewriteCount each : all) {
      String gateway = each.gateway().value();
      if (each.cause() == Rewrite.Cause.CLOCK_PUT_BACK) {
        putBack.add(gateway);
      } else {
        rewritten
            .computeIfAbsent(gateway, any -> new TreeMap<>())
            .merge(each.point(), each.count(), Long::sum);
      }
    }
    boolean isOver = !span(day).to().isAfter(clock.instant());
    List<Suspicion> found = new ArrayList<>();
    rewritten.forEach(
        (gateway, points) ->
            found.add(OfRecord.rewritten(mine, gateway, day, isOver ? points : Map.of())));
    putBack.forEach(gateway -> found.add(OfRecord.clockPutBack(mine, gateway, day)));
    return found;
  }
}
