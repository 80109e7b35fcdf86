package io.minewatch.alerting.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** When nobody is on duty. */
public final class Gaps {
  private Gaps() {}

  /**
   * A time in which nobody holds a rung.
   *
   * @param until when somebody does again, or the end of what was looked at
   */
  public record Gap(int rung, Instant from, Instant until) {}

  /**
   * The rungs that somebody has to hold for a path: those that always need somebody, and each
   * further one for which any roster that covers it has a slot. Who keeps no roster above the mine
   * has no gap there.
   */
  public static List<Integer> owed(Collection<Roster> rosters, String path, List<Integer> always) {
    Set<Integer> rungs = new TreeSet<>(always);
    rosters.stream()
        .filter(roster -> roster.covers(path))
        .flatMap(roster -> roster.slots().stream())
        .forEach(slot -> rungs.add(slot.rung()));
    return List.copyOf(rungs);
  }

  /** The gaps of a path at these rungs between two instants, by rung and time. */
  public static List<Gap> of(
      Collection<Roster> rosters, String path, List<Integer> rungs, Instant from, Instant until) {
    List<Gap> gaps = new ArrayList<>();
    NavigableSet<Instant> edges = edges(rosters, path, from, until);
    for (int rung : rungs) {
      Instant open = null;
      for (Instant edge : edges) {
        // Between two edges nothing changes: what holds at the first holds up to the second.
        boolean empty = edge.isBefore(until) && Duty.at(rosters, path, rung, edge).isEmpty();
        if (empty && open == null) {
          open = edge;
        } else if (!empty && open != null) {
          gaps.add(new Gap(rung, open, edge));
          open = null;
        }
      }
    }
    return gaps;
  }

  private static NavigableSet<Instant> edges(
      Collection<Roster> rosters, String path, Instant from, Instant until) {
    NavigableSet<Instant> edges = new TreeSet<>(List.of(from, until));
    for (Roster roster : rosters) {
      if (roster.covers(path)) {
        LocalDate last = LocalDate.ofInstant(until, roster.zone());
        LocalDate day = LocalDate.ofInstant(from, roster.zone()).minusDays(1);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
          for (Slot slot : roster.slots()) {
            if (slot.begins(day)) {
              edges.add(slot.start(day).atZone(roster.zone()).toInstant());
              edges.add(slot.end(day).atZone(roster.zone()).toInstant());
            }
          }
        }
      }
    }
    return edges.subSet(from, true, until, true);
  }
}
