package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.root.ToldRoots;
import io.minewatch.alerting.root.Uncompared;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import java.time.Duration;

/** The data roots of all mines, made and compared by one thread. */
public final class ProvenHours {
  private final DataRoots roots;
  private final Comparisons comparisons;
  private final LaterLooks later;

  /** What they are made of beside the store. */
  public record Ground(Store store, Mines mines, ToldRoots told, Clock clock) {}

  public ProvenHours(SeriesStore series, Ground on, Troubles troubles) {
    Uncompared uncompared = new Uncompared();
    HourRoots hours = new HourRoots(series, on, uncompared);
    roots = new DataRoots(hours, on.store(), on.mines(), on.clock());
    comparisons = new Comparisons(hours, on, uncompared, troubles);
    later = new LaterLooks(series, hours, on);
  }

  /** Does what is due; called again and again by one thread, never by one that calls. */
  public void round() {
    roots.round();
    comparisons.round();
    if (later.round()) {
      comparisons.showAnew();
    }
  }

  /** How long it is since the end of the last hour up to which every mine has its roots. */
  public Duration behind() {
    return roots.behind();
  }

  /** How late the daily look at the hours of the past week is. */
  public Duration looksBehind() {
    return later.behind();
  }

  /** How many hours of the last days are told as altered. */
  public int altered() {
    return comparisons.altered();
  }
}
