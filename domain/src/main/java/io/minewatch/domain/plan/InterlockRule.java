package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Switches that must not contradict each other or what was ordered. It is looked at and recorded;
 * cutting and locking is done by the devices in the field, never by this platform.
 *
 * @param subject what is locked; a finding is about it
 * @param switches what is looked at: feeds, fans, doors, circuits; for reversed wind air speeds
 * @param gas for a feed the points whose cut it obeys; for a fan those behind it
 * @param behind zones that the fan serves: people there make it worse
 * @param severity while it holds
 * @param aggravated while it holds and is worse: people or gas behind a fan, all circuits lost
 * @param raiseAfter how long it must last before it counts
 * @param clearAfter how long it must be over
 */
public record InterlockRule(
    String id,
    Type type,
    String name,
    String nameEnglish,
    String subject,
    ZoneId zone,
    List<Switch> switches,
    List<PointId> gas,
    List<ZoneId> behind,
    Severity severity,
    Severity aggravated,
    Duration raiseAfter,
    Duration clearAfter,
    Source source)
    implements Rule {
  /** What contradicts what. */
  public enum Type {
    /** Cut ordered, and the load side is still live (断电后馈电有电): failed to cut. */
    FEED_LIVE("断电后仍有电", Needs.SWITCHES_AND_GAS),
    /** The load side is dead though nothing orders a cut. */
    FEED_DEAD("无故断电", Needs.SWITCHES_AND_GAS),
    /** The main fan and its standby stand still. */
    MAIN_FAN_STOPPED("主通风机停风", Needs.SWITCHES),
    /** An auxiliary fan and its standby stand still. */
    FAN_STOPPED("局部通风机停风", Needs.SWITCHES),
    /** The duct of a heading carries no air. */
    DUCT_WITHOUT_AIR("风筒无风", Needs.SWITCHES),
    /** Both doors of a pair stand open: the air takes the short way. */
    DOORS_OPEN("风门同时打开", Needs.PAIR),
    /** A supply circuit is lost. */
    SUPPLY_LOST("供电回路失电", Needs.SWITCHES),
    /** Air flows backwards. */
    WIND_REVERSED("风流逆转", Needs.SWITCHES);

    private final String chinese;
    private final Needs needs;

    Type(String chinese, Needs needs) {
      this.chinese = chinese;
      this.needs = needs;
    }

    public String chinese() {
      return chinese;
    }
  }

  private enum Needs {
    SWITCHES,
    PAIR,
    SWITCHES_AND_GAS
  }

  /**
   * One switch point.
   *
   * @param on the value at which it is running, live or open: 1, or 0 where it is wired so
   */
  public record Switch(PointId point, int on) {
    public Switch {
      Objects.requireNonNull(point, "point");
      if (on != 0 && on != 1) {
        throw new IllegalArgumentException("a switch is on at 0 or 1, was " + on);
      }
    }
  }

  public InterlockRule {
    Name.require("a rule id", id);
    Name.require("an interlock", subject);
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(source, "source");
    switches = List.copyOf(switches);
    gas = List.copyOf(gas);
    behind = List.copyOf(behind);
    Set<PointId> seen = new HashSet<>();
    if (!Stream.concat(switches.stream().map(Switch::point), gas.stream()).allMatch(seen::add)) {
      throw new IllegalArgumentException("rule " + id + " names a point twice");
    }
    boolean enough =
        switch (type.needs) {
          case SWITCHES -> !switches.isEmpty();
          case PAIR -> switches.size() >= 2;
          case SWITCHES_AND_GAS -> !switches.isEmpty() && !gas.isEmpty();
        };
    if (!enough) {
      throw new IllegalArgumentException(
          "rule " + id + ": " + type + " has too few points, " + switches + " and " + gas);
    }
    if (aggravated.compareTo(severity) < 0) {
      throw new IllegalArgumentException("rule " + id + ": worse is not milder");
    }
    if (raiseAfter.isNegative() || clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": a delay must not be negative");
    }
  }

  @Override
  public List<PointId> points() {
    return Stream.concat(switches.stream().map(Switch::point), gas.stream()).toList();
  }
}
