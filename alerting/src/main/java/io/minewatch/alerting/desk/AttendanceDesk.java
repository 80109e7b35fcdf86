package io.minewatch.alerting.desk;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.attendance.Attendance;
import io.minewatch.alerting.attendance.AttendanceRules;
import io.minewatch.alerting.rules.Callout;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Knows at which mines a call at the console would be heard, shows those that nobody attends, and
 * has them called out by the other channels. What pages say is in the database: all instances see
 * the same, and of one beginning only one calls.
 */
public final class AttendanceDesk {
  /** How often it looks. */
  private static final Duration EVERY = Duration.ofSeconds(10);

  /** Nobody hears it there. */
  private static final List<String> NOT_BY = List.of(Callout.CONSOLE);

  private static final String BETWEEN = ", ";

  private final Store store;
  private final AttendanceRules rules;
  private final Supplier<Map<String, String>> paths;
  private final Troubles troubles;
  private final PlatformCalls calls;
  private final Clock clock;
  private final Instant from;
  private final Map<String, Instant> written = new ConcurrentHashMap<>();
  private final Map<String, Instant> beaten = new ConcurrentHashMap<>();
  private Instant looked = Instant.MIN;

  /**
   * Makes a desk; nobody is missed before it has looked for as long as a mine may be unattended.
   *
   * @param paths of all mines as they are now, by code
   */
  public AttendanceDesk(
      Store store,
      Callout callout,
      Supplier<Map<String, String>> paths,
      Troubles troubles,
      PlatformCalls calls,
      Clock clock) {
    this.store = store;
    this.rules = callout.attendance();
    this.paths = paths;
    this.troubles = troubles;
    this.calls = calls;
    this.clock = clock;
    from = clock.instant();
  }

  /**
   * A page of this account sounds now. A first beat, and one that would be too late with the next
   * round, is written at once; all others are written together with the next round, because
   * findings and calls wait for each that writes.
   *
   * @return whether somebody may have begun to attend with it
   */
  public boolean beat(String account) {
    Instant now = clock.instant();
    Instant kept = written.get(account);
    if (kept == null || !now.isBefore(kept.plus(rules.heard()).minus(EVERY))) {
      write(Map.of(account, now));
      return true;
    }
    beaten.put(account, now);
    return false;
  }

  private void write(Map<String, Instant> beats) {
    store
        .database()
        .write(
            () -> {
              beats.forEach(store.attendance()::beat);
              return beats;
            });
    written.putAll(beats);
    beats.forEach(beaten::remove); // one that came meanwhile is another, and stays
  }

  /** Whether a call about this mine would be heard at a console; about any when it is empty. */
  public boolean hears(String mine) {
    String path = mine.isEmpty() ? "" : paths.get().getOrDefault(mine, mine);
    return new Attendance(store.attendance().all(Access.answering()))
        .hears(path, rules, clock.instant());
  }

  /** Writes the beats and looks, if it is time to. */
  public synchronized void round() {
    Instant now = clock.instant();
    if (looked.plus(EVERY).isAfter(now)) {
      return;
    }
    looked = now;
    Map<String, Instant> beats = Map.copyOf(beaten);
    if (!beats.isEmpty()) {
      write(beats);
    }
    if (!now.isBefore(from.plus(rules.unattended()))) {
      look(now);
    }
  }

  private void look(Instant now) {
    Map<String, String> codes = new TreeMap<>();
    paths.get().forEach((code, path) -> codes.put(path, code));
    Attendance attendance = new Attendance(store.attendance().all(Access.answering()));
    List<String> named =
        attendance.missing(codes.keySet(), rules, from, now).keySet().stream()
            .map(codes::get)
            .sorted()
            .toList();
    troubles.stands(Troubles.Kind.UNATTENDED, named, now);
    Set<String> told = told();
    boolean over = !named.containsAll(told);
    boolean more = !told.containsAll(named);
    if (over || (more && calls.reaches(NOT_BY))) {
      store.database().write(() -> call(named, now));
    }
  }

  /** Those that were called about and last. */
  private Set<String> told() {
    String about = store.troubles().about(Troubles.Kind.UNATTENDED.name());
    return about.isEmpty() ? Set.of() : Set.of(about.split(BETWEEN, -1));
  }

  /** As with the gaps of a roster: called about once, by whichever instance is first. */
  private boolean call(List<String> named, Instant now) {
    String kind = Troubles.Kind.UNATTENDED.name();
    Set<String> kept = told();
    List<String> fresh = named.stream().filter(each -> !kept.contains(each)).toList();
    boolean called =
        !fresh.isEmpty()
            && calls.queue(
                new PlatformCalls.Trouble(
                    Troubles.Kind.UNATTENDED,
                    now,
                    "调度台无人值守：" + fresh.size() + " 个矿",
                    "Nobody attends the console for mines: " + fresh.size()),
                NOT_BY);
    List<String> told = called ? named : named.stream().filter(kept::contains).toList();
    store.troubles().stands(kind, String.join(BETWEEN, told), now.toEpochMilli());
    return called;
  }
}
