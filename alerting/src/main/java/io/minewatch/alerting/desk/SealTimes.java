package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.seal.Stopped.Worked;
import io.minewatch.domain.plan.MineStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The stop in which a shift lies, by what the registry said until that shift was over: whoever is
 * declared to work again was behind a seal before. A change of the registry during a stop begins no
 * other stop, nor does another kind of stop.
 *
 * @param status that was declared last in it
 * @param since from when it is judged: when the registry said so, and not before the day it named
 * @param until when the registry said that the mine works again, or else the end of the shift
 * @param worked when the registry said that it works; null where it never did before the stop
 */
record SealTimes(MineStatus status, Instant since, Instant until, @Nullable Worked worked) {
  private static final int MOST_VERSIONS = 1_000;

  /** What the registry said of a mine, the newest first. */
  static List<Version> told(Store store, String mine) {
    return store.registry().history(mine, Long.MAX_VALUE, MOST_VERSIONS);
  }

  /** A shift, its end excluded; the one that is ends now. */
  record Shift(Instant begin, Instant end) {}

  /** Null where the mine is not declared stopped at any time of the shift. */
  static @Nullable SealTimes of(List<Version> newest, MineEntry mine, Shift shift, ZoneId zone) {
    int told = 0;
    while (told < newest.size() && !newest.get(told).at().isBefore(shift.end())) {
      told++;
    }
    SealTimes times =
        told == 0 && isNotKept(newest, mine)
            ? new SealTimes(
                mine.plan().status(),
                told(mine.document().root().get("statusSince"), mine, zone),
                shift.end(),
                null)
            : kept(newest, told, mine, shift, zone);
    boolean stopped =
        times != null && times.since.isBefore(times.until) && shift.begin().isBefore(times.until);
    return stopped ? times : null;
  }

  /** It was declared stopped just now, and the version that says so is not kept yet. */
  private static boolean isNotKept(List<Version> newest, MineEntry mine) {
    return mine.plan().status() != MineStatus.WORKING && (newest.isEmpty() || works(newest.get(0)));
  }

  private static @Nullable SealTimes kept(
      List<Version> newest, int told, MineEntry mine, Shift shift, ZoneId zone) {
    int last = run(newest, told, true);
    int begin = run(newest, last, false);
    if (begin == last) {
      return null;
    }
    Instant until = last == told ? shift.end() : newest.get(last - 1).at();
    Version first = newest.get(begin - 1);
    Object said = first.document().root().get("statusSince");
    Instant named = said == null ? first.at() : told(said, mine, zone);
    Instant since = named.isAfter(first.at()) ? named : first.at();
    int worked = run(newest, begin, true);
    Instant end = named.isBefore(first.at()) ? named : first.at();
    Instant from = worked == begin ? end : newest.get(worked - 1).at();
    return new SealTimes(
        status(newest.get(last), mine),
        since,
        until,
        from.isBefore(end) ? new Worked(from, end) : null);
  }

  /** The place behind the versions from there on that say the same. */
  private static int run(List<Version> newest, int from, boolean works) {
    int place = from;
    while (place < newest.size() && works(newest.get(place)) == works) {
      place++;
    }
    return place;
  }

  private static boolean works(Version version) {
    String said = said(version);
    return said.isEmpty() || said.equals(MineStatus.WORKING.name());
  }

  private static String said(Version version) {
    Object status = version.document().root().get("status");
    return status == null ? "" : String.valueOf(status).toUpperCase(Locale.ROOT);
  }

  private static MineStatus status(Version version, MineEntry mine) {
    try {
      return MineStatus.valueOf(said(version));
    } catch (IllegalArgumentException e) {
      return mine.plan().status(); // a document that is not sound; the plan stands
    }
  }

  private static Instant told(@Nullable Object since, MineEntry mine, ZoneId zone) {
    try {
      return since == null
          ? mine.plan().effectiveFrom()
          : LocalDate.parse(String.valueOf(since)).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      return mine.plan().effectiveFrom(); // a document that is not sound; the plan stands
    }
  }
}
