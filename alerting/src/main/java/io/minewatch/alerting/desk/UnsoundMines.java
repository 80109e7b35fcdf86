package io.minewatch.alerting.desk;

import io.minewatch.alerting.document.Lowering;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mines whose kept registry is not sound under the packs of this start, or would be protected less
 * by them. Each goes on under the plan that was published last until an edit mends it, or two
 * people allow it; one that never had a plan is left out.
 */
public final class UnsoundMines {
  private static final Logger LOG = LoggerFactory.getLogger(UnsoundMines.class);
  private final Troubles troubles;
  private final Clock clock;
  private final Set<String> mines = new TreeSet<>();
  private final Set<String> lowered = new TreeSet<>();

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

  /** The packs protect a mine less than the plan that was published last. */
  public synchronized void lowered(String mine, List<Lowering> how) {
    if (lowered.add(mine)) {
      LOG.error(
          "these rule packs protect mine {} less, it goes on as before until two people allow it:"
              + " {}",
          mine,
          how.stream().map(Lowering::english).toList());
      tell();
    }
  }

  /** A mine has a sound registry, and the plan that follows from it. */
  public synchronized void mended(String mine) {
    boolean wasUnsound = mines.remove(mine);
    if (lowered.remove(mine) || wasUnsound) {
      tell();
    }
  }

  private void tell() {
    troubles.stands(Troubles.Kind.REGISTRY, List.copyOf(mines), clock.instant());
    troubles.stands(Troubles.Kind.PACKS, List.copyOf(lowered), clock.instant());
  }
}
