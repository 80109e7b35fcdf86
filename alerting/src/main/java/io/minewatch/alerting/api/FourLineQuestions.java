package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.desk.FourLines;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.fourline.Spans;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.registry.MineEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Makes questions to the four-line index of what a person asks. */
final class FourLineQuestions {
  /** The longest period: a leap year and a day. */
  private static final int MOST_DAYS = 367;

  private static final int USUAL_DAYS = 7;

  /** Days of mines in one question: the nation's for a month, a county's for a year. */
  private static final long MOST_MINE_DAYS = 110_000;

  private final Access access;
  private final FourLines lines;
  private final Store store;
  private final Clock clock;

  FourLineQuestions(Access access, FourLines lines, Store store, Clock clock) {
    this.access = access;
    this.lines = lines;
    this.store = store;
    this.clock = clock;
  }

  /** The days that are asked for, both included; null where nothing was said. */
  record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

  /** What is asked of the mines of an area in the account's scope. */
  Question of(Account account, String area, Days days, By by) {
    Map<String, MinePlace> mines = mines(area, account);
    Instant now = clock.instant();
    LocalDate last = Objects.requireNonNullElseGet(days.to(), () -> today(mines, now));
    LocalDate first =
        Objects.requireNonNullElseGet(days.from(), () -> last.minusDays(USUAL_DAYS - 1L));
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "from is not after to, and within " + MOST_DAYS + " days");
    }
    if (mines.size() * (ChronoUnit.DAYS.between(first, last) + 1) > MOST_MINE_DAYS) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST,
          "so many mines are asked about for fewer days: mines times days is at most "
              + MOST_MINE_DAYS);
    }
    Question bare = new Question(by, mines, first, last, Spans.NONE, now);
    return new Question(by, mines, first, last, lines.unwatched(bare.whole()), now);
  }

  /** The newest day that has begun at any of the mines. */
  private static LocalDate today(Map<String, MinePlace> mines, Instant now) {
    return mines.values().stream()
        .map(mine -> LocalDate.ofInstant(now, mine.zone()))
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  private Map<String, MinePlace> mines(String area, Account account) {
    String asked = path(area);
    Map<String, Instant> since = store.registry().firsts();
    Map<String, MinePlace> mines = new TreeMap<>();
    access
        .seen(account)
        .filter(mine -> lies(mine, asked))
        .forEach(mine -> mines.put(mine.plan().mine().value(), place(mine, since)));
    return mines;
  }

  /** The path of an area as it was asked for, without empty parts. */
  static String path(String area) {
    return Stream.of(area.strip().split("/", -1))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("/"));
  }

  /** Whether a mine lies in an area; in the empty one all do. */
  static boolean lies(MineEntry mine, String path) {
    return path.isEmpty() || (mine.path() + "/").startsWith(path + "/");
  }

  private static MinePlace place(MineEntry mine, Map<String, Instant> firsts) {
    List<String> path = new ArrayList<>(mine.jurisdiction());
    path.add(mine.plan().mine().value());
    ZoneId zone = MinePlace.zone(mine.plan().shifts());
    return new MinePlace(
        mine.plan().mine().value(),
        path,
        zone,
        mine.plan().points().size(),
        firsts.getOrDefault(mine.plan().mine().value(), Instant.EPOCH));
  }
}
