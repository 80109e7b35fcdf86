package io.minewatch.alerting.chain;

/** How an incident came to its end. */
public enum Closing {
  /** Readings restored, people proven out, signed by a second person. */
  ON_EVIDENCE,
  /** Without the evidence, by two people with a reason; listed for the regulator. */
  FORCED,
  /** The cause was shown harmless by two people, readings restored; listed for the regulator. */
  HARMLESS,
  /** It never reached a level that calls anybody, and fell back. */
  FELL_BACK
}
