package io.minewatch.alerting.notify.cap;

/** A document that is no CAP 1.2 alert that can be used; the message says why. */
public final class CapException extends Exception {
  public CapException(String why) {
    super(why, null, false, false);
  }
}
