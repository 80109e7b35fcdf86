package io.minewatch.alerting.desk;

/** Hears of what was committed. Called after the commit, on the thread that committed. */
public interface Changes {
  /** An incident has changed, or an act on it was refused. */
  void incident(String id);
}
