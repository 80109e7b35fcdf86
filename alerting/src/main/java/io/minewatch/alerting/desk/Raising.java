package io.minewatch.alerting.desk;

import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.suspect.Suspicion;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes clues of what is suspected: what fails of one thing stops nothing else. */
final class Raising {
  private static final Logger LOG = LoggerFactory.getLogger(Raising.class);

  private final ClueDesk clues;
  private final Mines mines;

  Raising(ClueDesk clues, Mines mines) {
    this.clues = clues;
    this.mines = mines;
  }

  /** Does one of many things; whether it was done. */
  static boolean guarded(String about, Runnable one) {
    try {
      one.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warn("clues: {} fails now, the others follow: {}", about, e.toString());
      LOG.debug("clues: {}", about, e);
      return false;
    }
  }

  /** What was found of one mine at one look; whether all of it is raised, or known. */
  boolean raise(List<Suspicion> ofMine) {
    boolean all = true;
    for (Suspicion each : Suspicion.united(ofMine)) {
      all &= guarded(name(each), () -> clues.suspect(each, path(each)));
    }
    return all;
  }

  /** A suspicion of facts that wait; whether they do no longer. */
  boolean take(Suspicion suspicion) {
    return guarded(name(suspicion), () -> clues.take(suspicion, path(suspicion)));
  }

  private String path(Suspicion suspicion) {
    String path = mines.path(suspicion.mine());
    return path == null ? suspicion.mine() : path;
  }

  /** Without its subject: a card stands for a person. */
  private static String name(Suspicion suspicion) {
    return suspicion.feature() + " of mine " + suspicion.mine();
  }
}
