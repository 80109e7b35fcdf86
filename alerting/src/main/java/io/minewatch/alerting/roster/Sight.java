package io.minewatch.alerting.roster;

/** What of people a reader of one mine may see. */
public enum Sight {
  /** The mine's own staff: names and cards. */
  STAFF,
  /** Who works its incidents from outside: cards, by which a withdrawal is led, and no names. */
  CHAIN,
  /** Everybody else: neither. */
  OUTSIDE;

  public String name(String name) {
    return this == STAFF ? name : Masks.name(name);
  }

  public String card(String card) {
    return this == OUTSIDE ? Masks.card(card) : card;
  }
}
