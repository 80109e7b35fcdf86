package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Proposal;
import io.minewatch.alerting.chain.Shelf;
import io.minewatch.alerting.drill.DrillScript;
import io.minewatch.alerting.view.Words.Said;
import io.minewatch.domain.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words for what is put aside, taken back, or done by two people. */
final class WordsAside {
  private final List<String> ladder;
  private final List<String> ladderEnglish;
  private final Names names;

  WordsAside(List<String> ladder, List<String> ladderEnglish, Names names) {
    this.names = names;
    this.ladder = ladder;
    this.ladderEnglish = ladderEnglish;
  }

  Said of(Event event) {
    if (event instanceof Event.Lapsed e) {
      return lapsed(e);
    } else if (event instanceof Event.Proposed e) {
      return proposed(e.proposal());
    } else if (event instanceof Event.Shelved e) {
      return shelved(e.shelf());
    } else if (event instanceof Event.Unshelved e) {
      return unshelved(e);
    } else if (event instanceof Event.Revoked e) {
      return new Said(
          e.by(),
          "REVOKED",
          "撤销撤人令%s：%s".formatted(proposed(e.first()), e.reason()),
          "Order revoked%s: %s".formatted(proposedEnglish(e.first()), e.reason()));
    } else if (event instanceof Event.CardMarked e) {
      String card = names.card(e.card().value());
      boolean rescuer = e.mark() == Act.Mark.RESCUER;
      return new Said(
          e.by(),
          "CARD_MARKED",
          (rescuer ? "标记为救援人员：" : "取消救援人员标记：") + card + "，" + e.reason(),
          (rescuer ? "Marked as a rescuer: " : "No longer a rescuer: ") + card + ", " + e.reason());
    }
    throw new IllegalStateException("no words for " + event);
  }

  private static Said unshelved(Event.Unshelved e) {
    String who = Objects.requireNonNullElse(e.by(), "system");
    return switch (e.why()) {
      case TIME ->
          new Said(
              who,
              "UNSHELVED",
              "搁置到期，再次叫应" + late(e.overdue()),
              "Back from the shelf, its time is over" + lateEnglish(e.overdue()));
      case WORSE ->
          new Said(who, "UNSHELVED", "出现新情况，搁置终止，再次叫应", "Back from the shelf, it is worse");
      case PERSON -> new Said(who, "UNSHELVED", "取消搁置", "Taken back from the shelf");
    };
  }

  /** How late a step was run, where it was late. Why it was, nobody has noted. */
  static String late(@Nullable Duration overdue) {
    return overdue != null && isLate(overdue) ? "（逾期 " + overdue.toSeconds() + " 秒）" : "";
  }

  /** The same in English. */
  static String lateEnglish(@Nullable Duration overdue) {
    return overdue != null && isLate(overdue) ? " (" + overdue.toSeconds() + " s overdue)" : "";
  }

  /** Older journals call a step late that a start ran, however little it was overdue. */
  private static boolean isLate(Duration overdue) {
    return Act.Occasion.of(overdue) == Act.Occasion.AFTER_RESTART;
  }

  /** Of a step of an exercise that is told after its time, how late it is told. */
  static String late(Finding finding) {
    String seconds = finding.detail().get(DrillScript.LATE);
    return seconds == null ? "" : "（演练步骤，逾期 " + seconds + " 秒补报）";
  }

  /** The same in English. */
  static String lateEnglish(Finding finding) {
    String seconds = finding.detail().get(DrillScript.LATE);
    return seconds == null ? "" : " (a step of the drill, told " + seconds + " s late)";
  }

  private Said lapsed(Event.Lapsed e) {
    int rung = e.due().rung();
    return new Said(
        "system",
        "LAPSED",
        "回应后未按时响应，回应失效，重新叫应%s%s".formatted(Words.at(ladder, rung), late(e.overdue())),
        "Nothing followed the acknowledgement, the %s is to be called%s"
            .formatted(Words.at(ladderEnglish, rung), lateEnglish(e.overdue())));
  }

  private static Said proposed(Proposal proposal) {
    return new Said(
        proposal.by(),
        "PROPOSED",
        "申请%s，待他人确认：%s".formatted(proposal.what().chinese(), proposal.reason()),
        "Proposed to %s, another person must confirm: %s"
            .formatted(English.of(proposal.what()), proposal.reason()));
  }

  private static Said shelved(Shelf shelf) {
    String second = shelf.second();
    return new Said(
        shelf.by(),
        "SHELVED",
        "搁置至 %s%s：%s"
            .formatted(shelf.until(), second == null ? "" : "（" + second + " 确认）", shelf.reason()),
        "Put aside until %s%s: %s"
            .formatted(
                shelf.until(),
                second == null ? "" : " (confirmed by " + second + ")",
                shelf.reason()));
  }

  static String proposed(@Nullable String first) {
    return first == null ? "" : "（" + first + " 申请）";
  }

  static String proposedEnglish(@Nullable String first) {
    return first == null ? "" : " (proposed by " + first + ")";
  }
}
