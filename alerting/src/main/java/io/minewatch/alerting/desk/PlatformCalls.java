package io.minewatch.alerting.desk;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.roster.Contact;
import io.minewatch.alerting.roster.Duty;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.domain.finding.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Calls about the platform itself: those on duty at the lowest rung of the widest roster, and
 * whatever channel needs nobody's number. A trouble that lasts is called once for each of its
 * beginnings. The console shows troubles by itself.
 */
public final class PlatformCalls {
  /** People called about one trouble: an installation of many mines must not ring all of them. */
  private static final int MOST_CALLED = 20;

  /** Rungs that are looked through for somebody on duty. */
  private static final int RUNGS = 20;

  private final Store store;
  private final CallDesk calls;
  private final CallPlan plan;
  private final Clock clock;

  public PlatformCalls(Store store, CallDesk calls, CallPlan plan, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.plan = plan;
    this.clock = clock;
  }

  /** What is said; neither names a person nor holds a secret. */
  public record Trouble(Troubles.Kind kind, Instant since, String text, String textEnglish) {}

  /** Calls by every channel but these. A second time for the same beginning changes nothing. */
  public void call(Trouble trouble, List<String> but) {
    store.database().write(() -> queue(trouble, but));
  }

  /** The same inside a transaction. Answers whether there is anybody to call. */
  boolean queue(Trouble trouble, List<String> but) {
    String subject =
        "platform-%s-%d".formatted(trouble.kind().name(), trouble.since().toEpochMilli());
    if (store.calls().count(subject) > 0) {
      return true;
    }
    Cause cause = new Cause(subject, "", 1, 1, Severity.ORANGE, Cause.Why.PLATFORM);
    int number = 0;
    for (Line line : lines(but)) {
      Instant now = clock.instant();
      String code = calls.code(line.channel(), line.callee());
      calls.queue(
          new Attempt(
              subject + "." + ++number,
              cause,
              line.channel(),
              line.callee(),
              code,
              trouble.text() + "。确认请回复" + code,
              trouble.textEnglish() + ". Answer with " + code,
              now,
              0,
              new State.Queued(now)));
    }
    return number > 0;
  }

  /** Whether there is anybody to call now by any channel but these. */
  boolean reaches(List<String> but) {
    return !lines(but).isEmpty();
  }

  private record Line(String channel, Callee callee) {}

  private List<Line> lines(List<String> but) {
    List<Line> lines = new ArrayList<>();
    List<Duty.OnDuty> duty = duty();
    plan.channels()
        .forEach(
            (channel, aim) -> {
              if (!but.contains(channel)) {
                callees(aim, duty).forEach(callee -> lines.add(new Line(channel, callee)));
              }
            });
    return lines;
  }

  /** The widest roster in which somebody is on duty, at its lowest rung that is held. */
  private List<Duty.OnDuty> duty() {
    List<Roster> widest =
        store.rosters().all().stream()
            .sorted(Comparator.comparingInt(roster -> roster.scope().length()))
            .toList();
    for (Roster roster : widest) {
      for (int rung = 1; rung <= RUNGS; rung++) {
        List<Duty.OnDuty> found = Duty.at(List.of(roster), roster.scope(), rung, clock.instant());
        if (!found.isEmpty()) {
          return found.subList(0, Math.min(found.size(), MOST_CALLED));
        }
      }
    }
    return List.of();
  }

  private static List<Callee> callees(Aim aim, List<Duty.OnDuty> duty) {
    if (aim == Aim.RUNG) {
      return List.of(Callee.NOBODY);
    }
    List<Callee> found = new ArrayList<>();
    for (Duty.OnDuty on : duty) {
      for (Contact contact : on.person().contacts()) {
        if (contact.kind() == aim.dials()) {
          var person = on.person();
          found.add(
              new Callee(
                  on.scope(), person.id(), person.name(), person.account(), contact.address()));
        }
      }
    }
    return found;
  }
}
