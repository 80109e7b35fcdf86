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
 * From when a mine is declared stopped, and when it was declared to work before that. A change of
 * the registry during the stop begins no other stop, nor does another kind of stop.
 *
 * @param since from when it is judged: when the registry said so, and not before the day it named
 * @param worked when the registry said that it works; null where it never did before the stop
 */
record SealTimes(Instant since, @Nullable Worked worked) {
  private static final int MOST_VERSIONS = 1_000;

  static SealTimes of(Store store, MineEntry mine, ZoneId zone) {
    List<Version> newest =
        store.registry().history(mine.plan().mine().value(), Long.MAX_VALUE, MOST_VERSIONS);
    int begin = run(newest, 0, false);
    if (begin == 0) { // it is not kept yet
      return new SealTimes(told(mine.document().root().get("statusSince"), mine, zone), null);
    }
    Version first = newest.get(begin - 1);
    Object said = first.document().root().get("statusSince");
    Instant told = said == null ? first.at() : told(said, mine, zone);
    Instant since = told.isAfter(first.at()) ? told : first.at();
    int worked = run(newest, begin, true);
    Instant end = told.isBefore(first.at()) ? told : first.at();
    Instant from = worked == begin ? end : newest.get(worked - 1).at();
    return new SealTimes(since, from.isBefore(end) ? new Worked(from, end) : null);
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
    Object status = version.document().root().get("status");
    return status == null
        || String.valueOf(status).toUpperCase(Locale.ROOT).equals(MineStatus.WORKING.name());
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
