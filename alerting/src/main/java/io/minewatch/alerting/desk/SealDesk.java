package io.minewatch.alerting.desk;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.journal.News;
import io.minewatch.alerting.journal.SealRows;
import io.minewatch.alerting.journal.SealRows.Brought;
import io.minewatch.alerting.journal.SealRows.Window;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.alerting.seal.Sign;
import io.minewatch.alerting.seal.Watched;
import io.minewatch.alerting.suspect.Feature;
import io.minewatch.alerting.suspect.Suspicion;
import io.minewatch.domain.plan.MineStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  /** Older than this nothing is looked at: a stop of a year and what was before it. */
  private static final Duration KEPT = Duration.ofDays(380);

  /** What was brought so long before the start is looked at once more. */
  private static final Duration BEFORE_START = Duration.ofDays(14);

  /** Parts of what is too old that are taken away at one look. */
  private static final int FORGOTTEN = 100;

  private final Store store;
  private final Mines mines;
  private final Raising raising;
  private final SealLooks shifts;
  private final Clock clock;
  private final NewsLooks looks;

  public SealDesk(Store store, ClueDesk clues, Mines mines, SealRules rules, Clock clock) {
    this.store = store;
    this.mines = mines;
    this.raising = new Raising(clues.lookedBack(SealLooks.REST), mines);
    this.shifts = new SealLooks(store, rules);
    this.clock = clock;
    this.looks = new NewsLooks("the seal", clock.instant().minus(BEFORE_START));
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
    MineEntry mine = mines.find(code);
    if (mine == null || mine.plan().status() == MineStatus.WORKING) {
      return null;
    }
    List<Look> looks = shifts.of(mine, now.minusMillis(1), now, now);
    return looks.isEmpty() ? null : looks.get(0);
  }

  /**
   * Looks at every shift of which anything was brought since the last look, whenever that shift
   * was. What fails of one mine stops no other, and is looked at again.
   */
  public void looks() {
    Instant now = clock.instant();
    looks.look(
        now,
        store.seals()::news,
        failed -> failed.to().isBefore(now.minus(SealLooks.REST)),
        news -> raise(news, now));
    forget(now.minus(KEPT));
  }

  /** Some at a time, and only where there is any: findings and calls wait for a write. */
  private void forget(Instant before) {
    for (int i = 0; i < FORGOTTEN && store.seals().hasOlder(before); i++) {
      store.database().write(() -> store.seals().forget(before, AT_A_TIME));
    }
  }

  private boolean raise(News news, Instant now) {
    MineEntry mine = mines.find(news.mine());
    boolean all = true;
    if (mine != null) {
      for (Look each : shifts.of(mine, news.from(), news.to(), now)) {
        all &= raise(news.mine(), each);
      }
    }
    return all;
  }

  private boolean raise(String mine, Look look) {
    if (!look.clue()) {
      return true;
    }
    List<ClueEvidence> evidence =
        look.signs().stream().map(sign -> evidence(sign, look.shift())).toList();
    return raising.raise(List.of(new Suspicion(Feature.WORKS_BEHIND_SEAL, mine, "", evidence, 1)));
  }

  /** One piece for each sign, point and shift: its words are those of the first look. */
  private static ClueEvidence evidence(Sign sign, Instant shift) {
    String ref = sign.kind() + "/" + sign.point() + "/" + shift;
    return new ClueEvidence(ClueEvidence.Kind.SEAL, ref, sign.words());
  }
}
