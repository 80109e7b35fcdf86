package io.minewatch.alerting.chain;

/** How an incident came to its end. */
public enum Closing {
  /** Readings restored, people proven out, signed by a second person. */
  ON_EVIDENCE,
  /** Without the evidence, by a second person with a reason; listed for the regulator. */
  FORCED,
  /** It never reached a level that calls anybody, and fell back. */
  FELL_BACK
}
