package io.minewatch.alerting.desk;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.fourline.Spans;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the cuts of other mines that are of one event with those that are asked about. */
final class CutEvents {
  /** How far a chain of cuts is followed; an hour and more of cuts that do not stop. */
  private static final int MOST_STEPS = 10;

  /** Cuts of one stretch of time: whoever has more is judged by the earliest of them. */
  private static final int MOST_CUTS = 50_000;

  private final Store store;
  private final FourLineRules rules;

  CutEvents(Store store, FourLineRules rules) {
    this.store = store;
    this.rules = rules;
  }

  /**
   * The network cuts of the same counties that are of one event with these: cuts that follow one
   * another within the window, so each that is found may lead to more.
   *
   * @param known times of which all cuts of these counties that began in them are among these
   */
  List<Outage> of(List<Outage> own, Map<String, Outage.County> counties, Spans known) {
    Map<String, Outage> found = new LinkedHashMap<>();
    Set<String> touched = new HashSet<>();
    for (Outage each : own) {
      if (each.line() == FourLine.NETWORK) {
        found.put(each.finding(), each);
        touched.add(county(each, counties));
      }
    }
    Spans asked = known;
    for (int step = 0; step < MOST_STEPS; step++) {
      Spans fresh = around(found.values()).without(asked);
      if (fresh.isEmpty()) {
        break;
      }
      for (Span part : fresh.parts()) {
        for (Outage each :
            store.fourLines().beginning(part, FourLine.NETWORK, touched, MOST_CUTS)) {
          if (touched.contains(county(each, counties))) {
            found.putIfAbsent(each.finding(), each);
          }
        }
      }
      asked = Spans.of(concat(asked, fresh));
    }
    return List.copyOf(found.values());
  }

  private static List<Span> concat(Spans one, Spans other) {
    return Stream.concat(one.parts().stream(), other.parts().stream()).toList();
  }

  private static String county(Outage outage, Map<String, Outage.County> counties) {
    Outage.County then = outage.county();
    return (then == null ? counties.getOrDefault(outage.mine(), Outage.County.NOWHERE) : then)
        .path();
  }

  private Spans around(Collection<Outage> cuts) {
    Duration window = rules.window();
    return Spans.of(
        cuts.stream()
            .map(Outage::onset)
            .map(at -> new Span(at.minus(window), at.plus(window).plusMillis(1)))
            .toList());
  }
}
