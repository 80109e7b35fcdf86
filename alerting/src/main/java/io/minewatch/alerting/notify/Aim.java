package io.minewatch.alerting.notify;

import io.minewatch.alerting.roster.Contact;
import org.jspecify.annotations.Nullable;

/** Whom one attempt of a channel is for. */
public enum Aim {
  /** Each person on duty, without a number. */
  PERSON(null),
  /** The rung as a whole, once. */
  RUNG(null),
  /** Each telephone number of each person on duty. */
  VOICE(Contact.Kind.VOICE),
  /** Each number that takes text messages. */
  SMS(Contact.Kind.SMS),
  /** Each mail address. */
  MAIL(Contact.Kind.MAIL);

  private final Contact.@Nullable Kind dials;

  Aim(Contact.@Nullable Kind dials) {
    this.dials = dials;
  }

  /** What it dials, or null if it needs no number. */
  public Contact.@Nullable Kind dials() {
    return dials;
  }
}
