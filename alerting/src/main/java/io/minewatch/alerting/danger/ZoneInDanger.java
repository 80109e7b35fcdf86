package io.minewatch.alerting.danger;

import io.minewatch.domain.place.ZoneId;

/**
 * A zone underground that a danger reaches.
 *
 * @param steps how many zones lie between, 0 where it was found; those the danger reaches first
 *     first
 */
public record ZoneInDanger(ZoneId zone, Why why, int steps) {
  /** Why people there are in danger. */
  public enum Why {
    /** It was found here. */
    HERE,
    /** The air comes from there. */
    DOWNWIND,
    /** It lies as low or lower, or nobody told how low. */
    BELOW,
    /** What slides comes down to here. */
    RUN_OUT,
    /** The plan does not tell where the danger goes from there; this is next to it. */
    NEXT
  }
}
