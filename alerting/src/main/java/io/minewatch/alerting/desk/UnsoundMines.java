package io.minewatch.alerting.desk;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mines whose kept registry is not sound under the packs of this start. Each goes on under the plan
 * that was published last until an edit mends it; one that never had a plan is left out.
 */
public final class UnsoundMines {
  private static final Logger LOG = LoggerFactory.getLogger(UnsoundMines.class);
  private final Troubles troubles;
  private final Clock clock;
  private final Set<String> mines = new TreeSet<>();

  public UnsoundMines(Troubles troubles, Clock clock) {
    this.troubles = troubles;
    this.clock = clock;
  }

  /** A mine is not sound. */
  public synchronized void found(String mine, List<String> problems) {
    if (mines.add(mine)) {
      LOG.error("the registry of mine {} is not sound under these packs: {}", mine, problems);
      tell();
    }
  }

  /** A mine has a sound registry. */
  public synchronized void mended(String mine) {
    if (mines.remove(mine)) {
      tell();
    }
  }

  private void tell() {
    troubles.stands(Troubles.Kind.REGISTRY, List.copyOf(mines), clock.instant());
  }
}
