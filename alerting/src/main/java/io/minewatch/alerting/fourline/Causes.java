package io.minewatch.alerting.fourline;

import io.minewatch.alerting.fourline.Judged.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells a mine's own outages from those of its region and from the platform's downtime. Only cuts
 * of the network are ever the region's: a broken line is at the mine whoever else has one.
 */
public final class Causes {
  /**
   * What is known beside the outages.
   *
   * @param counties the county of each mine, by mine
   * @param mines how many are registered in each county
   * @param unwatched when the platform did not watch
   */
  public record Ground(
      Map<String, String> counties,
      Map<String, Integer> mines,
      Spans unwatched,
      FourLineRules rules) {
    public Ground {
      counties = Map.copyOf(counties);
      mines = Map.copyOf(mines);
    }
  }

  private final Ground ground;

  /** Cuts of the network by county, the earliest first. */
  private final Map<String, List<Outage>> cuts = new HashMap<>();

  private Causes(List<Outage> all, Ground ground) {
    this.ground = ground;
    for (Outage each : all) {
      if (each.line() == FourLine.NETWORK) {
        cuts.computeIfAbsent(county(each), any -> new ArrayList<>()).add(each);
      }
    }
    cuts.values().forEach(each -> each.sort(Comparator.comparing(Outage::onset)));
  }

  /**
   * Judges all.
   *
   * @param all those asked for, and the network cuts of their counties that began within the window
   *     before and after them
   */
  public static List<Judged> of(List<Outage> all, Ground ground) {
    Causes causes = new Causes(all, ground);
    return all.stream().map(causes::judge).toList();
  }

  private String county(Outage outage) {
    return ground.counties().getOrDefault(outage.mine(), "");
  }

  private Judged judge(Outage outage) {
    int registered = ground.mines().getOrDefault(county(outage), 0);
    int cut = outage.line() == FourLine.NETWORK ? together(outage) : 0;
    if (isPlatforms(outage)) {
      return new Judged(outage, Cause.PLATFORM, cut, registered);
    }
    FourLineRules rules = ground.rules();
    boolean region = cut >= rules.leastMines() && cut >= rules.share() * registered;
    return new Judged(outage, region ? Cause.REGION : Cause.OWN, cut, registered);
  }

  /** How many mines of its county were cut off within the window around its onset. */
  private int together(Outage outage) {
    List<Outage> county = cuts.getOrDefault(county(outage), List.of());
    Instant first = outage.onset().minus(ground.rules().window());
    Instant last = outage.onset().plus(ground.rules().window());
    Set<String> mines = new HashSet<>();
    for (int i = firstFrom(county, first); i < county.size(); i++) {
      if (county.get(i).onset().isAfter(last)) {
        break;
      }
      mines.add(county.get(i).mine());
    }
    return mines.size();
  }

  private static int firstFrom(List<Outage> sorted, Instant from) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).onset().isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether it began and ended with a time in which the platform did not watch. */
  private boolean isPlatforms(Outage outage) {
    Instant ended = outage.ended();
    if (ended == null) {
      return false; // what is silent after we listen again is not ours
    }
    var window = ground.rules().window();
    return ground.unwatched().parts().stream()
        .anyMatch(
            gap ->
                !outage.onset().isBefore(gap.from().minus(window))
                    && outage.onset().isBefore(gap.to())
                    && !ended.isAfter(gap.to().plus(window))
                    && ended.isAfter(gap.from()));
  }
}
