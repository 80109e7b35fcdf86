package io.minewatch.alerting.fourline;

import io.minewatch.alerting.fourline.Judged.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells a mine's own outages from those of its region and from the platform's downtime. Only cuts
 * of the network are ever the region's: a broken line is at the mine whoever else has one. Cuts of
 * a county that follow one another within the window are one event, and it is the region's for as
 * long as enough of its mines are cut off at the same time: who stays dark after the others are
 * back is dark by itself.
 */
public final class Causes {
  /**
   * What is known beside the outages.
   *
   * @param counties of the mines now, for outages that do not say where the mine lay then
   * @param unwatched when the platform did not watch
   */
  public record Ground(
      Map<String, Outage.County> counties, Spans unwatched, FourLineRules rules, Instant now) {
    public Ground {
      counties = Map.copyOf(counties);
    }
  }

  private final Ground ground;

  /** The event of each cut, by finding. */
  private final Map<String, Event> events = new HashMap<>();

  /**
   * Cuts that began together.
   *
   * @param regional when enough mines were cut off at once
   * @param before by finding: the time before that in which a cut that lasted into it was alone
   */
  private record Event(
      List<Outage> cuts, Spans regional, Map<String, List<Span>> before, int registered) {
    /** When this cut is the region's. */
    private Spans regional(Outage cut) {
      List<Span> alone = before.get(cut.finding());
      if (alone == null) {
        return regional;
      }
      List<Span> all = new ArrayList<>(regional.parts());
      all.addAll(alone);
      return Spans.of(all);
    }
  }

  /** At this time one mine more is cut off, or one less. */
  private record Edge(Instant at, int step) {}

  private Causes(List<Outage> all, Ground ground) {
    this.ground = ground;
    Map<String, List<Outage>> cuts = new HashMap<>();
    for (Outage each : all) {
      if (each.line() == FourLine.NETWORK) {
        cuts.computeIfAbsent(county(each).path(), any -> new ArrayList<>()).add(each);
      }
    }
    cuts.values().forEach(this::events);
  }

  /**
   * Judges all.
   *
   * @param all those asked for, and all cuts of their counties that are of one event with them
   */
  public static List<Judged> of(List<Outage> all, Ground ground) {
    Causes causes = new Causes(all, ground);
    return all.stream().map(causes::judge).toList();
  }

  private Outage.County county(Outage outage) {
    Outage.County then = outage.county();
    return then == null
        ? ground.counties().getOrDefault(outage.mine(), Outage.County.NOWHERE)
        : then;
  }

  private void events(List<Outage> county) {
    county.sort(Comparator.comparing(Outage::onset));
    List<Outage> together = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Outage each : county) {
      if (!together.isEmpty() && each.onset().isAfter(last.plus(ground.rules().window()))) {
        event(together);
        together = new ArrayList<>();
      }
      together.add(each);
      last = each.onset();
    }
    event(together);
  }

  private void event(List<Outage> cuts) {
    int registered = cuts.stream().mapToInt(each -> county(each).mines()).max().orElse(0);
    Spans regional = regional(cuts, registered);
    Event event = new Event(List.copyOf(cuts), regional, before(cuts, regional), registered);
    cuts.forEach(each -> events.put(each.finding(), event));
  }

  /** The times in which so many mines were cut off at once as make a region. */
  private Spans regional(List<Outage> cuts, int registered) {
    Map<String, List<Span>> byMine = new HashMap<>();
    for (Outage each : cuts) {
      byMine.computeIfAbsent(each.mine(), any -> new ArrayList<>()).add(each.span(ground.now()));
    }
    List<Edge> edges = new ArrayList<>();
    for (List<Span> mine : byMine.values()) {
      for (Span span : Spans.of(mine).parts()) {
        edges.add(new Edge(span.from(), 1));
        edges.add(new Edge(span.to(), -1));
      }
    }
    edges.sort(Comparator.comparing(Edge::at).thenComparing(Edge::step));
    List<Span> regional = new ArrayList<>();
    int cut = 0;
    Instant since = Instant.MIN;
    for (Edge edge : edges) {
      if (isRegion(cut, registered)) {
        regional.add(new Span(since, edge.at()));
      }
      cut += edge.step();
      since = edge.at();
    }
    return Spans.of(regional);
  }

  /**
   * Those that were cut first were cut by the same, if they were cut off still when it became a
   * region's: what a mine had cut and mended before is its own.
   */
  private Map<String, List<Span>> before(List<Outage> cuts, Spans regional) {
    Map<String, List<Span>> before = new HashMap<>();
    for (Span part : regional.parts()) {
      Instant earliest = part.from().minus(ground.rules().window());
      for (int i = cuts.size() - 1; i >= 0 && !cuts.get(i).onset().isBefore(earliest); i--) {
        Outage cut = cuts.get(i);
        if (!cut.onset().isAfter(part.from()) && cut.span(ground.now()).holds(part.from())) {
          earliest = cut.onset().minus(ground.rules().window());
          Span alone = new Span(cut.onset(), part.from());
          before.computeIfAbsent(cut.finding(), any -> new ArrayList<>()).add(alone);
        }
      }
    }
    return before;
  }

  private boolean isRegion(int cut, int registered) {
    FourLineRules rules = ground.rules();
    return cut >= rules.leastMines() && cut >= rules.share() * registered;
  }

  private Judged judge(Outage outage) {
    Span whole = outage.span(ground.now());
    Spans watched = watched(outage, whole);
    Event event = events.get(outage.finding());
    if (event == null) {
      Cause cause = watched.isEmpty() && !whole.isEmpty() ? Cause.PLATFORM : Cause.OWN;
      return new Judged(outage, cause, watched, Spans.NONE, 0, county(outage).mines());
    }
    Spans own = watched.without(event.regional(outage));
    Spans region = watched.without(own);
    Cause rest = region.isEmpty() && !whole.isEmpty() ? Cause.PLATFORM : Cause.REGION;
    Cause cause = own.isEmpty() && !whole.isEmpty() ? rest : Cause.OWN;
    return new Judged(outage, cause, own, region, together(event, whole), event.registered());
  }

  /** How many mines were cut off while this one was. */
  private int together(Event event, Span whole) {
    Set<String> mines = new HashSet<>();
    for (Outage each : event.cuts()) {
      if (each.onset().isAfter(whole.to())) {
        break; // so are all that follow
      }
      if (each.span(ground.now()).meets(whole) || each.onset().equals(whole.from())) {
        mines.add(each.mine());
      }
    }
    return mines.size();
  }

  private Spans watched(Outage outage, Span whole) {
    for (Span gap : ground.unwatched().parts()) {
      if (gap.meets(whole)) {
        return Spans.of(notSeen(outage).without(whole));
      }
    }
    return whole.isEmpty() ? Spans.NONE : new Spans(List.of(whole));
  }

  /**
   * When the platform did not watch, but for such times in which judging said something of this
   * very outage: then it was only we who did not hear of it yet.
   */
  private Spans notSeen(Outage outage) {
    Instant found = outage.told().found();
    Instant ended = Objects.requireNonNullElse(outage.told().ended(), found);
    return new Spans(
        ground.unwatched().parts().stream()
            .filter(gap -> !gap.holds(found) && !gap.holds(ended))
            .toList());
  }
}
