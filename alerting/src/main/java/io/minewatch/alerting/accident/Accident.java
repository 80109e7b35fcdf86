package io.minewatch.alerting.accident;

import java.time.Instant;
import java.util.List;

/**
 * An incident that a person has declared an accident, and the reports that it owes. It outlives the
 * incident: a close makes no report unnecessary.
 *
 * @param drill whether the incident is one of an exercise
 * @param declared wall time, from which every clock runs
 * @param by who declared it
 * @param what has happened, in the words of that person
 * @param reports in the order of the pack
 */
public record Accident(
    String incident,
    String mine,
    boolean drill,
    Instant declared,
    String by,
    String what,
    List<Owed> reports) {
  public Accident {
    reports = List.copyOf(reports);
  }

  /** This one with these reports. */
  public Accident owing(List<Owed> all) {
    return new Accident(incident, mine, drill, declared, by, what, all);
  }

  /** What is known when a person declares: the incident, and the accident it may be already. */
  public record Ground(String incident, String mine, boolean drill) {}

  /** The answer to an act: what is so afterwards, or why it is not done. */
  public sealed interface Verdict {
    record Moved(Accident accident) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}
  }

  /** Why an act is refused. */
  public enum Refusal {
    ALREADY_DECLARED("已上报为事故", "it is declared an accident already"),
    NOT_DECLARED("尚未确认为事故", "it is not declared an accident"),
    NO_SUCH_REPORT("没有这项报告", "no such report is owed"),
    ALREADY_MADE("该项报告已登记", "this report is on record already"),
    TEXT_MISSING("必须写明内容", "a text is required");

    private final String chinese;
    private final String english;

    Refusal(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    public String chinese() {
      return chinese;
    }

    public String english() {
      return english;
    }
  }

  /** A person declares: every clock of the rules starts. */
  public static Verdict declared(Ground ground, Owed.Made said, List<ReportRule> rules) {
    if (said.note().isBlank()) {
      return new Verdict.Refused(Refusal.TEXT_MISSING);
    }
    List<Owed> owed =
        rules.stream()
            .map(rule -> new Owed(rule, said.at().plus(rule.within()), null, null))
            .toList();
    return new Verdict.Moved(
        new Accident(
            ground.incident(),
            ground.mine(),
            ground.drill(),
            said.at(),
            said.by(),
            said.note(),
            owed));
  }

  /** A person says that a report was made; a late one is taken, and stays late. */
  public Verdict reported(String report, Owed.Made made) {
    if (made.note().isBlank()) {
      return new Verdict.Refused(Refusal.TEXT_MISSING);
    }
    Owed found =
        reports.stream().filter(each -> each.rule().id().equals(report)).findFirst().orElse(null);
    if (found == null) {
      return new Verdict.Refused(Refusal.NO_SUCH_REPORT);
    }
    if (found.made() != null) {
      return new Verdict.Refused(Refusal.ALREADY_MADE);
    }
    return new Verdict.Moved(with(new Owed(found.rule(), found.due(), made, found.missed())));
  }

  /** The reports whose time has passed unmade, and of which nobody has been told yet. */
  public List<Owed> newlyMissed(Instant now) {
    return reports.stream()
        .filter(each -> each.missed() == null)
        .filter(each -> each.standing(now) == Owed.Standing.OVERDUE)
        .toList();
  }

  private Accident with(Owed changed) {
    return new Accident(
        incident,
        mine,
        drill,
        declared,
        by,
        what,
        reports.stream()
            .map(each -> each.rule().id().equals(changed.rule().id()) ? changed : each)
            .toList());
  }
}
