package io.minewatch.alerting.desk;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.journal.SealRows;
import io.minewatch.alerting.journal.SealRows.Brought;
import io.minewatch.alerting.journal.SealRows.Window;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Seal;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.alerting.seal.Sign;
import io.minewatch.alerting.seal.Stopped;
import io.minewatch.alerting.seal.Watched;
import io.minewatch.alerting.suspect.Feature;
import io.minewatch.alerting.suspect.Suspicion;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.ShiftPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds mines that the registry declares suspended or closed against what is seen of them, and
 * raises the clue. For one thread that looks; tables are brought by any.
 */
public final class SealDesk {
  /** The length of a window: what is brought stands on these marks. */
  public static final Duration WINDOW = Duration.ofMinutes(15);

  /** Windows that are written at once. */
  private static final int AT_A_TIME = 200;

  /** How far back before the stop is compared with. */
  private static final Duration WORKED = Duration.ofDays(14);

  /** And how far back since, for a mine that was stopped long ago. */
  private static final Duration REST = Duration.ofDays(30);

  /** Older than this nothing is looked at: a stop of a year and what was before it. */
  private static final Duration KEPT = Duration.ofDays(380);

  /** What another instance commits late is looked at once more. */
  private static final Duration MARGIN = Duration.ofMinutes(15);

  private final Store store;
  private final Mines mines;
  private final Raising raising;
  private final SealRules rules;
  private final Clock clock;
  private Instant seen;

  public SealDesk(Store store, ClueDesk clues, Mines mines, SealRules rules, Clock clock) {
    this.store = store;
    this.mines = mines;
    this.raising = new Raising(clues, mines);
    this.rules = rules;
    this.clock = clock;
    this.seen = clock.instant().minus(WORKED);
  }

  /**
   * How a mine stands behind its seal.
   *
   * @param since from when it is declared so
   * @param shift begin of the shift that is looked at
   * @param signs what does not fit in this shift
   * @param clue whether that is enough for a clue
   * @param heard what is watched at all: of what is not heard nothing is known
   */
  public record Look(
      MineStatus status,
      Instant since,
      Instant shift,
      Instant at,
      List<Sign> signs,
      boolean clue,
      List<Heard> heard) {
    public Look {
      signs = List.copyOf(signs);
      heard = List.copyOf(heard);
    }
  }

  /**
   * What was heard of one thing.
   *
   * @param windows of the shift
   * @param newest begin of the newest window there is
   */
  public record Heard(Watched watched, String point, int windows, Instant newest) {}

  /**
   * Keeps a table of windows that somebody brought, with a row of the ledger that comes first. Some
   * at a time: findings and calls wait for a write, and what was kept when it breaks off may be
   * brought again.
   */
  public void bring(String mine, List<Course> courses, String by) {
    Brought brought = new Brought(by, clock.instant());
    List<Window> windows = Window.of(courses);
    store
        .database()
        .write(() -> store.ledger().append(List.of(SealRows.entry(mine, windows, brought))));
    for (int from = 0; from < windows.size(); from += AT_A_TIME) {
      List<Window> some = windows.subList(from, Math.min(from + AT_A_TIME, windows.size()));
      store
          .database()
          .write(
              () -> {
                store.seals().keep(mine, some, brought);
                return brought;
              });
    }
  }

  /** A mine as it is now; null where it is not declared stopped, or is not registered. */
  public @Nullable Look look(String code) {
    Instant now = clock.instant();
    List<Look> looks = looks(code, now.minusMillis(1), now);
    return looks.isEmpty() ? null : looks.get(0);
  }

  /** The shifts of a stopped mine in which these instants lie, and all between. */
  private List<Look> looks(String code, Instant from, Instant to) {
    MineEntry mine = mines.find(code);
    Instant now = clock.instant();
    if (mine == null || mine.plan().status() == MineStatus.WORKING) {
      return List.of();
    }
    ZoneId zone = MinePlace.zone(mine.plan().shifts());
    SealTimes times = SealTimes.of(store, mine, zone);
    if (times.since().isAfter(now)) {
      return List.of();
    }
    Instant first = later(later(from, times.since()), now.minus(REST));
    List<Course> courses = courses(code, times, now);
    List<Look> looks = new ArrayList<>();
    Instant shift = shift(mine.plan().shifts(), zone, now);
    Instant end = now;
    while (end.isAfter(first)) {
      if (!shift.isAfter(to)) {
        Stopped stopped = new Stopped(times.since(), shift, end, zone, WINDOW, times.worked());
        looks.add(look(mine.plan().status(), stopped, courses));
      }
      end = shift;
      shift = shift(mine.plan().shifts(), zone, shift.minusMillis(1));
    }
    return looks;
  }

  private Look look(MineStatus status, Stopped stopped, List<Course> courses) {
    List<Sign> signs = Seal.signs(courses, stopped, rules);
    List<Heard> heard = new ArrayList<>();
    for (Course each : courses) {
      int windows = each.values().subMap(stopped.shift(), stopped.now()).size();
      heard.add(new Heard(each.watched(), each.point(), windows, each.values().lastKey()));
    }
    boolean clue = Seal.isClue(signs, rules);
    return new Look(status, stopped.since(), stopped.shift(), stopped.now(), signs, clue, heard);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** What was before the stop, and what has been since, the newest of it. */
  private List<Course> courses(String mine, SealTimes times, Instant now) {
    Stopped.Worked worked = times.worked();
    List<Course> courses = new ArrayList<>();
    if (worked != null) {
      Instant from = later(worked.from(), worked.to().minus(WORKED));
      courses.addAll(store.seals().courses(mine, from, worked.to()));
    }
    Instant rest = later(times.since(), now.minus(REST));
    courses.addAll(store.seals().courses(mine, rest, now));
    return Course.joined(courses);
  }

  /** The begin of the shift in which now lies. */
  private static Instant shift(ShiftPlan shifts, ZoneId zone, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    Instant begun = Instant.MIN;
    for (LocalDate each : List.of(day.minusDays(1), day)) {
      for (LocalTime begin : shifts.begins()) {
        Instant at = each.atTime(begin).atZone(zone).toInstant();
        begun = at.isAfter(now) ? begun : at;
      }
    }
    return begun;
  }

  /**
   * Looks at every shift of which anything was brought since the last look, whenever that shift
   * was; what fails of one mine stops no other.
   */
  public void looks() {
    Instant now = clock.instant();
    boolean all = true;
    for (SealRows.News each : store.seals().news(seen.minus(MARGIN))) {
      all &= Raising.guarded("the seal of mine " + each.mine(), () -> raise(each));
    }
    seen = all ? now : seen; // what failed is looked at again
    Instant before = now.minus(KEPT);
    if (store.seals().hasOlder(before)) { // where there is nothing nobody waits for it
      store.database().write(() -> store.seals().forget(before, AT_A_TIME));
    }
  }

  private void raise(SealRows.News news) {
    for (Look look : looks(news.mine(), news.from(), news.to())) {
      if (look.clue()) {
        List<ClueEvidence> evidence =
            look.signs().stream().map(sign -> evidence(sign, look.shift())).toList();
        raising.raise(
            List.of(new Suspicion(Feature.WORKS_BEHIND_SEAL, news.mine(), "", evidence, 1)));
      }
    }
  }

  /** One piece for each sign, point and shift: its words are those of the first look. */
  private static ClueEvidence evidence(Sign sign, Instant shift) {
    String ref = sign.kind() + "/" + sign.point() + "/" + shift;
    return new ClueEvidence(ClueEvidence.Kind.SEAL, ref, sign.words());
  }
}
