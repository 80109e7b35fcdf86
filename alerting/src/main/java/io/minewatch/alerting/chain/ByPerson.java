package io.minewatch.alerting.chain;

/** What a named person did: an act, and the event that follows. */
public interface ByPerson {
  /** The account that did it. */
  String by();
}
