package io.minewatch.alerting.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Who is on duty. */
public final class Duty {
  private Duty() {}

  /**
   * Somebody on duty.
   *
   * @param scope of the roster that says so
   */
  public record OnDuty(Person person, Slot.Standing standing, String shift, String scope) {}

  /**
   * Who holds a rung for a path at an instant: those on duty before their deputies, each person
   * once.
   */
  public static List<OnDuty> at(
      Collection<Roster> rosters, String path, int rung, Instant instant) {
    List<OnDuty> found = new ArrayList<>();
    for (Roster roster : rosters) {
      if (roster.covers(path)) {
        LocalDateTime at = LocalDateTime.ofInstant(instant, roster.zone());
        for (Slot slot : roster.slots()) {
          if (slot.rung() == rung && holds(slot, at)) {
            found.add(
                new OnDuty(
                    roster.person(slot.person()), slot.standing(), slot.shift(), roster.scope()));
          }
        }
      }
    }
    found.sort(Comparator.comparing(OnDuty::standing));
    List<OnDuty> once = new ArrayList<>();
    for (OnDuty each : found) {
      if (once.stream()
          .noneMatch(
              known ->
                  known.person().id().equals(each.person().id())
                      && known.scope().equals(each.scope()))) {
        once.add(each);
      }
    }
    return once;
  }

  /** From its start, to the last instant before its end. */
  private static boolean holds(Slot slot, LocalDateTime at) {
    LocalDate today = at.toLocalDate();
    return holds(slot, today, at) || holds(slot, today.minusDays(1), at);
  }

  private static boolean holds(Slot slot, LocalDate day, LocalDateTime at) {
    return slot.begins(day) && !at.isBefore(slot.start(day)) && at.isBefore(slot.end(day));
  }
}
