package io.minewatch.judge.watch;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * The conditions of one watch that hold, may soon, or lately did: opened when one has held for its
 * delay, raised when it gets worse, held while it cannot be seen, cleared when it is seen to be
 * gone for its hold time. Every watch that judges by yes and no keeps them here, so that all behave
 * alike.
 *
 * <p>The worst colour is held until the end. Not to be seen neither opens nor clears: what is open
 * turns blind and rises one level, what was about to open opens all the same.
 *
 * <p>Late, missing, double: looks come in order, what is late is left out before; a double changes
 * nothing; between two looks all is as the earlier one said; clearing is counted from look to look
 * and never by time alone.
 */
public final class Conditions {
  /** What one can know of a condition. */
  public enum Truth {
    HOLDS,
    GONE,
    /** It cannot be seen. */
    UNKNOWN
  }

  /** Most conditions of one watch that are not quiet; a mine has far fewer subjects. */
  public static final int MOST = 20_000;

  /** So long a quiet one is remembered, so that its next onset gets a name of its own. */
  private static final long REMEMBERED = 86_400_000L;

  private final TreeMap<String, Condition> all = new TreeMap<>();
  private final TreeMap<String, Terms> terms = new TreeMap<>();

  /** Takes one look at a condition. */
  public void look(Terms by, About about, Truth truth, Look look, Told told) {
    String key = key(by.rule(), about.subject());
    Condition condition = all.get(key);
    if (condition == null) {
      if (truth != Truth.HOLDS || all.size() >= MOST) {
        return;
      }
      condition = new Condition();
      condition.rule = by.rule();
      condition.check = by.check();
      all.put(key, condition);
    }
    terms.put(by.rule(), by);
    condition.about = about;
    condition.lag = told.now() - look.event();
    switch (truth) {
      case HOLDS -> holds(condition, by, look, told);
      case GONE -> gone(condition, by, look, told);
      case UNKNOWN -> unknown(condition, look, told);
    }
  }

  private static void holds(Condition c, Terms by, Look look, Told told) {
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

  private static void see(Condition c, Look look, Told told) {
    if (c.blind) {
      c.blind = false;
      told.tell(c.fact(FindingKind.SEEN, look, told));
    }
  }

  private static void open(Condition c, Terms by, long event, Told told) {
    if (!c.open && c.since != Condition.NEVER && event - c.since >= by.raiseAfter()) {
      c.open = true;
      told.tell(c.fact(FindingKind.OPENED, c.look, told));
    }
  }

  private static void gone(Condition c, Terms by, Look look, Told told) {
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

  /** Nothing is known of a while: what seemed to be over has to show it again for its hold time. */
  public void gap() {
    all.values().forEach(c -> c.safeSince = Condition.NEVER);
  }

  private static void unknown(Condition c, Look look, Told told) {
    c.safeSince = Condition.NEVER;
    blind(c, look, told);
  }

  /** The same goes on, with the newest value under the words and the colour that were said. */
  public void again(Terms by, Subject subject, Sample sample, Told told) {
    Condition c = all.get(key(by.rule(), subject));
    if (c != null && c.open) {
      Look newer = Look.of(sample, c.look.severity(), sample.value(), c.look.limit());
      look(by, c.about, Truth.HOLDS, newer.with(c.look.detail()), told);
    }
  }

  /** What was open is gone; the finding says the limit that it named before. */
  public void end(Terms by, About about, Look look, Told told) {
    Condition c = all.get(key(by.rule(), about.subject()));
    if (c != null && c.open) {
      look(by, about, Truth.GONE, look.ofLimit(c.look.limit()).with(c.look.detail()), told);
    }
  }

  /** What is open of a subject cannot be seen: nothing was heard, or what was heard is no value. */
  public void unseen(String rule, Subject subject, Quality quality, Told told) {
    Condition c = all.get(key(rule, subject));
    if (c != null) {
      unknown(c, c.look.unseen(quality), told);
    }
  }

  /** What is open turns blind, once. */
  private static void blind(Condition c, Look look, Told told) {
    if (c.open && !c.blind) {
      c.blind = true;
      told.tell(c.fact(FindingKind.BLIND, look, told));
    }
  }

  /** Lets those count whose delay has run out, by our time. */
  public void onTime(Told told) {
    for (Condition c : all.values()) {
      Terms by = terms.get(c.rule);
      if (by != null) {
        open(c, by, told.now() - c.lag, told);
      }
    }
    all.values().removeIf(c -> c.isQuiet() && told.now() - c.look.received() > REMEMBERED);
  }

  /** Our time at which the next one counts, or Long.MAX_VALUE for never. */
  public long wakeAt() {
    long next = Long.MAX_VALUE;
    for (Condition c : all.values()) {
      Terms by = terms.get(c.rule);
      if (by != null && !c.open && c.since != Condition.NEVER) {
        next = Math.min(next, c.since + by.raiseAfter() + c.lag);
      }
    }
    return next;
  }

  /** Whether nothing is known at all. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether the condition is open. */
  public boolean isOpen(String rule, Subject subject) {
    Condition known = all.get(key(rule, subject));
    return known != null && known.open;
  }

  /**
   * Tells that what is open became less bad without being over: the colour of the look holds from
   * now on. Nothing where nothing is open.
   */
  public void lower(String rule, Subject subject, Look look, Told told) {
    Condition known = all.get(key(rule, subject));
    if (known != null && known.open) {
      known.look = look;
      told.tell(known.fact(FindingKind.LOWERED, look, told));
    }
  }

  /** Tells something new of what is open, under its colour; nothing where nothing is open. */
  public void restate(String rule, Subject subject, FindingKind kind, Look look, Told told) {
    Condition known = all.get(key(rule, subject));
    if (known != null && known.open) {
      known.look = look.under(known.look.severity());
      told.tell(known.fact(kind, look, told));
    }
  }

  /** Whether the condition is open or about to be. */
  public boolean isAstir(String rule, Subject subject) {
    Condition known = all.get(key(rule, subject));
    return known != null && !known.isQuiet();
  }

  /** The subjects of a rule that are open or about to be. */
  public List<Subject> astir(String rule) {
    return all.values().stream()
        .filter(c -> c.rule.equals(rule) && !c.isQuiet())
        .map(c -> c.about.subject())
        .toList();
  }

  /** Tells the terms of a rule, so that delays run on after a restart; to be done at the start. */
  public void know(Terms by) {
    terms.put(by.rule(), by);
  }

  /**
   * Takes over what was known under the plan before.
   *
   * @param still whether rule and subject are still watched; what is not and is open ends as BLIND
   */
  public void follow(Conditions before, BiPredicate<String, Subject> still, Told told) {
    for (var each : before.all.entrySet()) {
      Condition c = each.getValue();
      if (still.test(c.rule, c.about.subject())) {
        all.put(each.getKey(), c);
      } else {
        blind(c, c.look.unseen(), told);
      }
    }
  }

  /** Saves or brings back all. */
  public void pass(Tape tape) {
    List<Condition> passed = tape.list(all.values(), c -> c.record(tape), Condition::play);
    if (tape.isPlaying()) {
      all.clear();
      passed.forEach(c -> all.put(key(c.rule, c.about.subject()), c));
    }
  }

  private static String key(String rule, Subject subject) {
    return rule + "\n" + subject;
  }
}
