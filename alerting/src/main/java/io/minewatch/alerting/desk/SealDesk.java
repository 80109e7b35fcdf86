package io.minewatch.alerting.desk;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.journal.SealRows.Brought;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Seal;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.alerting.seal.Sign;
import io.minewatch.alerting.seal.Stopped;
import io.minewatch.alerting.suspect.Feature;
import io.minewatch.alerting.suspect.Suspicion;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.ShiftPlan;
import java.time.Clock;
import java.time.DateTimeException;
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

  /** How far back before the stop is compared with. */
  private static final Duration WORKED = Duration.ofDays(14);

  /** And how far back since, for a mine that was stopped long ago. */
  private static final Duration REST = Duration.ofDays(30);

  /** Older than this nothing is looked at: a stop of a year and what was before it. */
  private static final Duration KEPT = Duration.ofDays(380);

  private final Store store;
  private final Mines mines;
  private final Raising raising;
  private final SealRules rules;
  private final Clock clock;

  public SealDesk(Store store, ClueDesk clues, Mines mines, SealRules rules, Clock clock) {
    this.store = store;
    this.mines = mines;
    this.raising = new Raising(clues, mines);
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * How a mine stands behind its seal.
   *
   * @param since from when it is declared so
   * @param shift begin of the shift that is looked at
   * @param signs what does not fit in this shift
   * @param clue whether that is enough for a clue
   */
  public record Look(
      MineStatus status, Instant since, Instant shift, Instant at, List<Sign> signs, boolean clue) {
    public Look {
      signs = List.copyOf(signs);
    }
  }

  /** Keeps a table of windows that somebody brought. */
  public void bring(String mine, List<Course> courses, String by) {
    Brought brought = new Brought(by, clock.instant());
    store
        .database()
        .write(
            () -> {
              store.seals().keep(mine, courses, brought);
              return brought;
            });
  }

  /** A mine as it is now; null where it is not declared stopped, or is not registered. */
  public @Nullable Look look(String code) {
    MineEntry mine = mines.find(code);
    Instant now = clock.instant();
    if (mine == null || mine.plan().status() == MineStatus.WORKING) {
      return null;
    }
    ZoneId zone = MinePlace.zone(mine.plan().shifts());
    Instant since = since(mine, zone);
    if (since.isAfter(now)) {
      return null;
    }
    Stopped stopped = new Stopped(since, shift(mine.plan().shifts(), zone, now), now, zone, WINDOW);
    List<Sign> signs = Seal.signs(courses(code, since, now), stopped, rules);
    return new Look(
        mine.plan().status(), since, stopped.shift(), now, signs, Seal.isClue(signs, rules));
  }

  /** What was before the stop, and what has been since, the newest of it. */
  private List<Course> courses(String mine, Instant since, Instant now) {
    Instant rest = now.minus(REST);
    List<Course> courses = new ArrayList<>();
    if (rest.isAfter(since)) {
      courses.addAll(store.seals().courses(mine, since.minus(WORKED), since));
      courses.addAll(store.seals().courses(mine, rest, now));
      return Course.joined(courses);
    }
    return store.seals().courses(mine, since.minus(WORKED), now);
  }

  /** As the registry says; where it does not, since the plan that holds. */
  private static Instant since(MineEntry mine, ZoneId zone) {
    Object told = mine.document().root().get("statusSince");
    try {
      return told == null
          ? mine.plan().effectiveFrom()
          : LocalDate.parse(String.valueOf(told)).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      return mine.plan().effectiveFrom(); // a document that is not sound; the plan stands
    }
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

  /** Looks at all mines of which anything was seen of late; what fails of one stops no other. */
  public void looks() {
    Instant now = clock.instant();
    for (String mine : store.seals().mines(now.minus(WORKED))) {
      Raising.guarded("the seal of mine " + mine, () -> raise(mine));
    }
    Instant before = now.minus(KEPT);
    if (store.seals().hasOlder(before)) { // where there is nothing nobody waits for it
      store.database().write(() -> store.seals().forget(before));
    }
  }

  private void raise(String mine) {
    Look look = look(mine);
    if (look != null && look.clue()) {
      List<ClueEvidence> evidence =
          look.signs().stream().map(sign -> evidence(sign, look.shift())).toList();
      raising.raise(List.of(new Suspicion(Feature.WORKS_BEHIND_SEAL, mine, "", evidence, 1)));
    }
  }

  /** One piece for each sign, point and shift: it may grow while the shift lasts, and is one. */
  private static ClueEvidence evidence(Sign sign, Instant shift) {
    String ref = sign.kind() + "/" + sign.point() + "/" + shift;
    return new ClueEvidence(ClueEvidence.Kind.SEAL, ref, sign.words());
  }
}
