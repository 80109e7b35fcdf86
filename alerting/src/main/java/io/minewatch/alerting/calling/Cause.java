package io.minewatch.alerting.calling;

import io.minewatch.domain.finding.Severity;
import java.util.Objects;

/**
 * What an attempt is about.
 *
 * @param incident its id, or a name of ours for what is no incident
 * @param mine its code; empty for the platform itself
 * @param version of the incident that calls: the answer is bound to it
 * @param rung of the ladder, from 1
 */
public record Cause(
    String incident, String mine, long version, int rung, Severity severity, Why why) {
  /** Why somebody is called. */
  public enum Why {
    INCIDENT,
    /** An exercise on the real path. */
    DRILL,
    /** The platform itself is in trouble. */
    PLATFORM,
    /** Whether a number can be reached. */
    TEST,
    /** A person underground has called for help and is told that somebody has heard it. */
    ANSWER;

    /** Whether an incident waits for the answer. */
    public boolean ofIncident() {
      return this == INCIDENT || this == DRILL;
    }
  }

  public Cause {
    Objects.requireNonNull(incident, "incident");
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(why, "why");
  }
}
