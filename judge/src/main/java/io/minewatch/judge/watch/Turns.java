package io.minewatch.judge.watch;

import io.minewatch.domain.finding.FindingKind;

/** What becomes of one condition at one look. */
final class Turns {
  private Turns() {}

  static void holds(Condition c, Terms by, Look look, Told told) {
    c.safeSince = Condition.NEVER;
    if (c.isQuiet()) {
      c.begin(look);
      c.look = look;
    }
    boolean worse = look.severity().compareTo(c.look.severity()) > 0;
    c.worst(by.side(), look);
    c.look = worse || !c.open ? look : look.under(c.look.severity());
    see(c, look, told);
    if (c.open && worse) {
      told.tell(c.fact(FindingKind.RAISED, look, told));
    }
    open(c, by, look.event(), told);
  }

  static void see(Condition c, Look look, Told told) {
    if (c.blind) {
      c.blind = false;
      told.tell(c.fact(FindingKind.SEEN, look, told));
    }
  }

  static void open(Condition c, Terms by, long event, Told told) {
    if (!c.open && c.since != Condition.NEVER && event - c.since >= by.raiseAfter()) {
      c.open = true;
      told.tell(c.fact(FindingKind.OPENED, c.look, told));
    }
  }

  static void gone(Condition c, Terms by, Look look, Told told) {
    if (!c.open) {
      c.forget(told.now());
      return;
    }
    c.safeSince = c.safeSince == Condition.NEVER ? look.event() : c.safeSince;
    if (look.event() - c.safeSince >= by.clearAfter()) {
      told.tell(c.fact(FindingKind.CLEARED, look, told));
      c.forget(told.now());
    } else {
      c.look = c.look.measuredAt(look.measured()); // a later loss must not look like the one before
      see(c, look, told);
    }
  }

  static void unknown(Condition c, Look look, Told told) {
    c.safeSince = Condition.NEVER;
    blind(c, look, told);
  }

  /** What is open turns blind, once. */
  static void blind(Condition c, Look look, Told told) {
    if (c.open && !c.blind) {
      c.blind = true;
      told.tell(c.fact(FindingKind.BLIND, look, told));
    }
  }
}
