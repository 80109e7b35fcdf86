package io.minewatch.alerting.chain;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The numbers of the chain, all from a rule pack.
 *
 * @param callFrom the mildest severity that calls somebody; below it an incident is approaching
 * @param ladder the positions of the roster, first to be called first
 * @param clocks one for each severity
 * @param confirmWithin for how long a second person may confirm what the first proposed
 * @param proofAge how old a head count may be that still proves people out
 */
public record ChainRules(
    Severity callFrom,
    List<String> ladder,
    Map<Severity, Clocks> clocks,
    Duration proofAge,
    Duration confirmWithin,
    Shelving shelving) {
  /**
   * How long each answer may take at one severity.
   *
   * @param acknowledge by rung; the last counts for all further rungs
   */
  public record Clocks(
      Duration call, List<Duration> acknowledge, Duration respond, Duration act, Duration empty) {
    public Clocks {
      acknowledge = List.copyOf(acknowledge);
      if (acknowledge.isEmpty()) {
        throw new IllegalArgumentException("clocks need at least one acknowledge time");
      }
      requirePositive(call, "call");
      requirePositive(respond, "respond");
      requirePositive(act, "act");
      requirePositive(empty, "empty");
      acknowledge.forEach(each -> requirePositive(each, "acknowledge"));
    }

    private static void requirePositive(Duration clock, String name) {
      if (clock.isNegative() || clock.isZero()) {
        throw new IllegalArgumentException("clock " + name + " must be positive, was " + clock);
      }
    }

    /** How long this may be owed at this rung. */
    public Duration of(Due.What what, int rung) {
      return switch (what) {
        case CALL -> call;
        case ACKNOWLEDGE -> acknowledge.get(Math.min(rung, acknowledge.size()) - 1);
        case RESPOND -> respond;
        case ACT -> act;
        case EMPTY -> empty;
        case RETURN -> throw new IllegalArgumentException("a shelving ends at a time of its own");
      };
    }
  }

  /**
   * What may be put aside, and when two people must want it.
   *
   * @param atMost one shift
   * @param twoFrom the mildest severity that needs two people
   * @param personSafety the hazards that need two people whatever the severity
   */
  public record Shelving(Duration atMost, Severity twoFrom, Set<Hazard> personSafety) {
    public Shelving {
      Objects.requireNonNull(twoFrom, "twoFrom");
      personSafety = Set.copyOf(personSafety);
      Clocks.requirePositive(atMost, "shelving");
    }
  }

  public ChainRules {
    Objects.requireNonNull(callFrom, "callFrom");
    Objects.requireNonNull(shelving, "shelving");
    Clocks.requirePositive(confirmWithin, "confirm");
    ladder = List.copyOf(ladder);
    clocks = Map.copyOf(new EnumMap<>(clocks));
    if (ladder.isEmpty() || proofAge.isNegative() || proofAge.isZero()) {
      throw new IllegalArgumentException(
          "a chain needs a ladder and an age above zero for its proof");
    }
    for (Severity severity : Severity.values()) {
      if (!clocks.containsKey(severity)) {
        throw new IllegalArgumentException("no clocks for severity " + severity);
      }
    }
  }

  Clocks at(Severity severity) {
    return Objects.requireNonNull(clocks.get(severity), "checked at construction");
  }

  /** Whether it is bad enough to call: an early warning beside a worse finding rings nobody up. */
  boolean calls(Finding finding) {
    return calls(finding.severity());
  }

  boolean calls(Severity severity) {
    return severity.compareTo(callFrom) >= 0;
  }

  /** Whether a finding is of a class in which people themselves are threatened. */
  boolean isPersonSafety(Finding finding) {
    return shelving.personSafety().contains(finding.hazard());
  }

  /** The rung above, or the highest one again. */
  int next(int rung) {
    return Math.min(rung + 1, ladder.size());
  }

  /** The position at a rung; rungs count from 1. */
  public String position(int rung) {
    return ladder.get(Math.min(rung, ladder.size()) - 1);
  }
}
