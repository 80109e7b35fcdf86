package io.minewatch.ingest.crew;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the script does to people at one moment; numbers are those of the shift on duty.
 *
 * @param elapsed since the round began
 * @param strays what happens to cards that are not where their owners are
 */
public record Occasion(
    Duration elapsed,
    List<Incident.Hush> hushed,
    List<Incident.Linger> lingering,
    List<Incident.Crowd> crowds,
    List<Incident.Absent> absent,
    List<Incident.Distress> distressed,
    List<Incident.Stand> standing,
    List<Incident.Pace> pacing,
    Strays strays) {
  /** Cards in another's pocket, on a nail, or copied. */
  public record Strays(
      List<Incident.Carry> carried, List<Incident.Hang> hung, List<Incident.Copy> copied) {
    /** The one incident of these that a person has to do with, or null. */
    @Nullable Incident of(int number) {
      for (Incident.Carry carry : carried) {
        if (carry.card() == number || carry.carrier() == number) {
          return carry;
        }
      }
      for (Incident.Hang hang : hung) {
        if (hang.person() == number) {
          return hang;
        }
      }
      for (Incident.Copy copy : copied) {
        if (copy.person() == number) {
          return copy;
        }
      }
      return null;
    }
  }

  /** What is on at a time since the start. */
  public static Occasion of(Script script, Duration elapsed) {
    return new Occasion(
        script.withinRound(elapsed),
        script.active(Incident.Hush.class, elapsed),
        script.active(Incident.Linger.class, elapsed),
        script.active(Incident.Crowd.class, elapsed),
        script.active(Incident.Absent.class, elapsed),
        script.active(Incident.Distress.class, elapsed),
        script.active(Incident.Stand.class, elapsed),
        script.active(Incident.Pace.class, elapsed),
        new Strays(
            script.active(Incident.Carry.class, elapsed),
            script.active(Incident.Hang.class, elapsed),
            script.active(Incident.Copy.class, elapsed)));
  }

  /** Whether the mine stands. */
  public boolean stands() {
    return !standing.isEmpty();
  }

  boolean hushes(int number) {
    return hushed.stream().anyMatch(hush -> hush.person() == number);
  }

  boolean callsForHelp(int number) {
    return distressed.stream().anyMatch(distress -> distress.person() == number);
  }

  /** Whether this person of the shift has work underground. */
  boolean wants(int number) {
    return (!stands() || calledTo(number) != null)
        && absent.stream().noneMatch(each -> each.person() == number);
  }

  Duration lingers(int number) {
    if (lingering.isEmpty()) {
      return Duration.ZERO;
    }
    return lingering.stream()
        .filter(linger -> linger.person() == number)
        .map(Incident.Linger::stays)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The first {@code people} of the shift are called to the crowd. */
  @Nullable ZoneId calledTo(int number) {
    for (Incident.Crowd crowd : crowds) {
      if (number <= crowd.people()) {
        return crowd.zone();
      }
    }
    return null;
  }

  /** Where a person is who goes to and fro from this place; null for one who does not. */
  @Nullable ZoneId pacedTo(int number, ZoneId place) {
    for (Incident.Pace pace : pacing) {
      if (pace.person() == number) {
        boolean away = elapsed.minus(pace.after()).dividedBy(pace.every()) % 2 == 0;
        return away ? pace.zone() : place;
      }
    }
    return null;
  }
}
