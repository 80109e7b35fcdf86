package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.series.store.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the roots of what was recorded into the ledger: for each mine and finished hour one row with
 * the root of each measure's readings, read back from the store. What is altered there afterwards
 * gives another root.
 *
 * <p><em>Late, missing, double</em>: readings that come after their hour has its roots change what
 * the store gives for that hour; {@link Comparisons} makes another row where the archive job tells
 * of them. A store that is away is asked again; an hour has its first roots once, whoever makes
 * them; of a measure with too many readings the row says so.
 */
final class DataRoots {
  /** How long after its end an hour may still get readings before its roots are made. */
  static final Duration GRACE = Duration.ofMinutes(15);

  /** Hours of one mine made up for, after the service was down; older ones stay without. */
  static final int CATCH_UP = 48;

  /** How long nothing is tried after a mine failed. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  /** How a row tells that a measure has no root; why follows. */
  static final String LEFT_OUT = "left out: ";

  /** Hours of one mine that fail one after the other before the others of it wait. */
  static final int GIVEN_UP = 2;

  /** Mines that fail one after the other: the store is away, and each would take its time. */
  private static final int AWAY = 5;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(DataRoots.class);
  private final HourRoots roots;
  private final Store store;
  private final Mines mines;
  private final Clock clock;

  /** The first hour without its root, of mines that failed, and when they last did. */
  private final Map<String, Instant> missing = new HashMap<>();

  private final Map<String, Instant> tried = new HashMap<>();
  private final Instant begun;
  private Instant done = Instant.MIN;
  private Instant again;
  private volatile Instant complete;

  DataRoots(HourRoots roots, Store store, Mines mines, Clock clock) {
    this.roots = roots;
    this.store = store;
    this.mines = mines;
    this.clock = clock;
    Instant now = clock.instant();
    this.again = roots.isTold() ? now.plus(PAUSE) : now; // what is told comes in the meantime
    this.begun = hourOf(now.minus(GRACE)).minus(HOUR);
    this.complete = hourOf(now);
  }

  /** The hour that holds an instant. */
  static Instant hourOf(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }

  /**
   * Makes what is missing; called again and again by one thread, never by one that calls. A mine
   * that fails holds up no other, nor an hour those after it, and is asked again after a pause.
   */
  public void round() {
    Instant now = clock.instant();
    Instant last = hourOf(now.minus(GRACE)).minus(HOUR);
    if (!last.isAfter(done) || now.isBefore(again)) {
      return;
    }
    int inARow = 0;
    List<MineEntry> all = new ArrayList<>(mines.all());
    all.sort(Comparator.comparing(each -> tried.getOrDefault(code(each), Instant.MIN)));
    for (MineEntry mine : all) {
      inARow = whole(last, mine) ? 0 : inARow + 1;
      if (inARow == AWAY) { // the next round begins with others
        break;
      }
    }
    missing.keySet().retainAll(all.stream().map(DataRoots::code).toList());
    tried.keySet().retainAll(missing.keySet());
    if (missing.isEmpty()) {
      done = last;
      complete = last.plus(HOUR);
    } else {
      again = clock.instant().plus(PAUSE);
      complete = Collections.min(missing.values());
    }
  }

  /** How long it is since the end of the last hour up to which every mine has its roots. */
  public Duration behind() {
    return Duration.between(complete, clock.instant());
  }

  private static String code(MineEntry mine) {
    return mine.plan().mine().value();
  }

  /** Whether a mine has all its roots now, or at least some that it had not. */
  private boolean whole(Instant last, MineEntry mine) {
    String code = code(mine);
    Instant first = missing.getOrDefault(code, done.equals(Instant.MIN) ? begun : last);
    List<Instant> left = new ArrayList<>();
    RuntimeException why = null;
    int inARow = 0;
    boolean some = false;
    try {
      for (Instant hour : lacking(last, first, code)) {
        RuntimeException fault = inARow == GIVEN_UP ? why : make(mine, hour);
        if (fault == null) {
          some = true;
          inARow = 0;
        } else {
          left.add(hour);
          why = fault;
          inARow = Math.min(inARow + 1, GIVEN_UP);
        }
      }
    } catch (RuntimeException e) { // our own database
      left.add(first);
      why = e;
    }
    if (left.isEmpty()) {
      missing.remove(code);
      return true;
    }
    Instant failed = Collections.min(left);
    if (missing.put(code, failed) == null) {
      LOG.warn("mine {} has no data root of {} yet, it is tried again", code, failed, why);
    }
    tried.put(code, clock.instant());
    return some;
  }

  /** Why an hour has no roots now; null where it has. */
  private @Nullable RuntimeException make(MineEntry mine, Instant hour) {
    try {
      roots.make(mine, hour);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  /**
   * The hours of a mine that have no roots: those after its first, as far back as is made up for.
   * The newest come first, so that one that cannot be read holds up none that comes after it.
   *
   * @param first the earliest that failed, or the one with which to begin
   */
  private List<Instant> lacking(Instant last, Instant first, String mine) {
    Instant earliest = last.minus(HOUR.multipliedBy(CATCH_UP - 1));
    Set<Instant> made = store.dataRoots().made(mine, earliest);
    Instant from = first;
    if (!made.isEmpty()) {
      Instant begun = Collections.min(made);
      from = begun.isBefore(first) ? begun : first;
    } else if (store.dataRoots().newest(mine) != null) {
      from = earliest;
    }
    Instant end = from.isBefore(earliest) ? earliest : from;
    List<Instant> lacking = new ArrayList<>();
    for (Instant hour = last; !hour.isBefore(end); hour = hour.minus(HOUR)) {
      if (!made.contains(hour)) {
        lacking.add(hour);
      }
    }
    return lacking;
  }

  static Span span(Instant hour) {
    return new Span(hour, hour.plus(HOUR));
  }

  /** The hour after. */
  static @Nullable Instant next(Instant hour, Instant until) {
    Instant next = hour.plus(HOUR);
    return next.isAfter(until) ? null : next;
  }
}
