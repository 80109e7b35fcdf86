package io.minewatch.domain.plan;

/** How well a safety number is known; shown wherever the number is used. */
public enum Confidence {
  /** Read in the regulation or in several agreeing sources. */
  HIGH,
  MEDIUM,
  LOW,
  /** Set for this mine: its own stricter value, or its appraiser's; the clause beside it is law. */
  OWN,
  /** No official number was found: an engineering default that must never be shown as law. */
  PROPOSAL
}
