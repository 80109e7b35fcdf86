package io.minewatch.judge.watch;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
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
 * nothing; between two looks all is as the earlier one said; clearing is counted from look to look.
 */
public final class Conditions {
  /** What one can know of a condition. */
  public enum Truth {
    HOLDS,
    GONE,
    /** It cannot be seen. */
    UNKNOWN
  }

  /** Most conditions of one watch; a mine has far fewer subjects. One more is told, not kept. */
  public static final int MOST = 20_000;

  /** What the finding is about that says that there is no room for more. */
  public static final Subject OVERFLOW = new Subject(Subject.Kind.CONDITION, "overflow");

  /** So long a quiet one is remembered, so that its next onset gets a name of its own. */
  private static final long REMEMBERED = 86_400_000L;

  private final TreeMap<String, Condition> all = new TreeMap<>();
  private final TreeMap<String, Terms> terms = new TreeMap<>();

  private final Due due = new Due();

  /** Takes one look at a condition. */
  public void look(Terms by, About about, Truth truth, Look look, Told told) {
    String key = key(by.rule(), about.subject());
    Condition condition = all.get(key);
    if (condition == null) {
      if (truth != Truth.HOLDS) {
        return;
      }
      if (all.size() >= MOST && !about.subject().equals(OVERFLOW)) {
        overflow(by, about, look, told);
        return;
      }
      condition = new Condition();
      condition.rule = by.rule();
      condition.check = by.check();
      all.put(key, condition);
    }
    know(by);
    condition.about = about;
    condition.lag = told.now() - look.event();
    switch (truth) {
      case HOLDS -> Turns.holds(condition, by, look, told);
      case GONE -> Turns.gone(condition, by, look, told);
      case UNKNOWN -> Turns.unknown(condition, look, told);
    }
    if (condition.isQuiet() && condition.lastOnset == Condition.NEVER) {
      all.remove(key); // it never counted: no name is to be kept apart from it
    }
  }

  /** There is no room: that is itself told, once for each rule, until there is some again. */
  private void overflow(Terms by, About about, Look look, Told told) {
    Look full = look.with(Map.of("full", "" + MOST, "left", about.subject().toString()));
    look(by.atOnce(), new About(OVERFLOW, about.zone(), null, ""), Truth.HOLDS, full, told);
  }

  /** Nothing is known of a while: it has to show for its hold time that all is over. */
  public void gap(String rule, Subject subject) {
    gapBefore(rule, subject, Long.MAX_VALUE);
  }

  /** The same for a while that ended at this time of ours. */
  public void gapBefore(String rule, Subject subject, long time) {
    Condition known = all.get(key(rule, subject));
    if (known != null) {
      known.gapBefore(time);
      due.changed();
    }
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
      Turns.unknown(c, c.look.unseen(quality), told);
    }
  }

  /** Lets those count whose delay has run out, by our time. */
  public void onTime(Told told) {
    if (all.isEmpty()) {
      return;
    }
    for (Condition c : all.values()) {
      Terms by = terms.get(c.rule);
      if (by != null) {
        Turns.open(c, by, told.now() - c.lag, told);
      }
    }
    all.values().removeIf(c -> c.isQuiet() && told.now() - c.look.received() > REMEMBERED);
    if (all.size() < MOST) {
      all.values().stream()
          .filter(c -> c.open && c.about.subject().equals(OVERFLOW))
          .forEach(
              c -> Turns.gone(c, c.atOnce(), Look.now(told, c.look.severity(), MOST, MOST), told));
    }
    due.changed();
  }

  /** Our time at which the next one counts, or Long.MAX_VALUE for never. */
  public long wakeAt() {
    return due.wakes(all, terms);
  }

  /**
   * Our time from which on the next look may clear one that was seen to be gone; Long.MAX_VALUE for
   * none. It is not cleared by time: this is when it is worth a look.
   */
  public long clearsAt() {
    return due.clears(all, terms);
  }

  /** The same of one condition. */
  public long clearsAt(String rule, Subject subject) {
    return Due.clearsAt(all.get(key(rule, subject)), terms);
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

  /** Tells what is open, by rule and subject. */
  public void standing(BiConsumer<String, Subject> open) {
    all.values().stream().filter(c -> c.open).forEach(c -> open.accept(c.rule, c.about.subject()));
  }

  /** What is open can no longer be watched as it was: it ends as BLIND and is forgotten here. */
  public void lose(String rule, Subject subject, Told told) {
    Condition c = all.remove(key(rule, subject));
    due.changed();
    if (c != null) {
      Turns.blind(c, c.look.unseen(), told);
    }
  }

  /** Whether it is open or about to be: of no other does a look at what is gone change anything. */
  public boolean isAstir(String rule, Subject subject) {
    Condition c = all.get(key(rule, subject));
    return c != null && !c.isQuiet();
  }

  /** Tells the terms of a rule, so that delays run on after a restart; to be done at the start. */
  public void know(Terms by) {
    due.changed();
    terms.put(by.rule(), by);
  }

  /**
   * Takes over what was known under the plan before.
   *
   * @param still whether rule and subject are still watched; what is not and is open ends as BLIND
   */
  public void follow(Conditions before, BiPredicate<String, Subject> still, Told told) {
    due.changed();
    for (var each : before.all.entrySet()) {
      Condition c = each.getValue();
      if (still.test(c.rule, c.about.subject())) {
        all.put(each.getKey(), c);
      } else {
        Turns.blind(c, c.look.unseen(), told);
      }
    }
  }

  /** Saves or brings back all. */
  public void pass(Tape tape) {
    List<Condition> passed = tape.list(all.values(), c -> c.record(tape), Condition::play);
    if (tape.isPlaying()) {
      due.changed();
      all.clear();
      passed.forEach(c -> all.put(key(c.rule, c.about.subject()), c));
    }
  }

  private static String key(String rule, Subject subject) {
    return rule + "\n" + subject;
  }
}
