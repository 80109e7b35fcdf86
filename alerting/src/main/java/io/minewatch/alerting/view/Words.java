package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.Event;
import io.minewatch.domain.finding.Finding;
import java.util.List;

/** What the journal says, in words. */
final class Words {
  private Words() {}

  /** One event in both languages. */
  record Said(String who, String what, String chinese, String english) {}

  static Said of(Event event, List<String> ladder, List<String> ladderEnglish) {
    if (event instanceof Event.Opened) {
      return new Said("system", "OPENED", "事件建立", "Incident opened");
    } else if (event instanceof Event.FindingNoted e) {
      return finding(e.finding());
    } else if (event instanceof Event.Warned e) {
      String chinese = "预警：" + e.severity().chinese() + "色，待叫应";
      return new Said("system", "WARNED", chinese, "Warned: " + e.severity() + ", to be called");
    } else if (event instanceof Event.Worsened e) {
      String chinese = "升级为" + e.severity().chinese() + "色，再次叫应";
      return new Said("system", "WORSENED", chinese, "Worse: " + e.severity() + ", called again");
    } else if (event instanceof Event.Called e) {
      return new Said(
          "system",
          "CALLED",
          "已叫应" + at(ladder, e.rung()),
          "Called the " + at(ladderEnglish, e.rung()));
    } else if (event instanceof Event.Escalated e) {
      return escalated(e, ladder, ladderEnglish);
    } else if (event instanceof Event.Acknowledged e) {
      return new Said(e.by(), "ACKNOWLEDGED", "已回应", "Acknowledged");
    } else if (event instanceof Event.Responded e) {
      String measures = e.measures();
      return new Said(e.by(), "RESPONDED", "处置措施：" + measures, "Measures: " + measures);
    }
    return later(event);
  }

  private static Said later(Event event) {
    if (event instanceof Event.Ordered e) {
      String zones = e.order().zones().toString();
      return new Said(
          e.by(),
          "ORDERED",
          "下达撤人令（%s，%s）：%s %s"
              .formatted(
                  e.order().grade().chinese(),
                  e.order().reason().chinese(),
                  zones,
                  e.order().text()),
          "Ordered withdrawal (%s, %s): %s %s"
              .formatted(e.order().grade(), e.order().reason(), zones, e.order().text()));
    } else if (event instanceof Event.HeadCounted e) {
      int remaining = e.proof().orders().stream().mapToInt(o -> o.remaining().size()).sum();
      return new Said(
          "system", "MUSTERED", "清点：未撤出 " + remaining + " 人", remaining + " remain inside");
    } else if (event instanceof Event.Emptied) {
      return new Said("system", "EMPTIED", "定位数据证明已撤空", "Positions prove the zones empty");
    } else if (event instanceof Event.Reentered) {
      return new Said("system", "REENTERED", "撤人令未解除，有人再次进入", "Somebody is inside again");
    } else if (event instanceof Event.ReadingsRestored) {
      return new Said(
          "system", "RESTORED", "读数低于恢复值并保持规定时间", "Readings restored for the hold time");
    } else if (event instanceof Event.Released e) {
      return new Said(e.by(), "RELEASED", "解除撤人令，允许进入", "Order lifted, re-entry allowed");
    } else if (event instanceof Event.Closed e) {
      return closed(e);
    } else if (event instanceof Event.ActRefused e) {
      return new Said(
          e.by(),
          "REFUSED",
          "拒绝 %s：%s".formatted(e.act(), e.refusal().chinese()),
          "Refused %s: %s".formatted(e.act(), e.words()));
    }
    throw new IllegalStateException("no words for " + event);
  }

  private static Said finding(Finding f) {
    String value = f.value() == null ? "—" : f.value() + " " + f.measure().unit();
    return new Said(
        "system",
        "FINDING",
        "%s %s %s %s（限值 %s，峰值 %s）"
            .formatted(f.point(), f.measure().chinese(), f.kind(), value, f.limit(), f.peak()),
        "%s %s %s %s (limit %s, peak %s)"
            .formatted(f.point(), f.measure(), f.kind(), value, f.limit(), f.peak()));
  }

  private static Said escalated(
      Event.Escalated e, List<String> ladder, List<String> ladderEnglish) {
    boolean restart = e.occasion() == Act.Occasion.AFTER_RESTART;
    int rung = e.due().rung();
    String late = restart ? "（服务停机期间到期，逾期 " + e.overdue() + "，现补办）" : "";
    String lateEnglish =
        restart ? " (fell due while the service was down, overdue " + e.overdue() + ")" : "";
    return new Said(
        "system",
        "ESCALATED",
        "未按时%s，升级至%s%s".formatted(e.missed().what().chinese(), at(ladder, rung), late),
        "No %s in time, escalated to the %s%s"
            .formatted(e.missed().what(), at(ladderEnglish, rung), lateEnglish));
  }

  private static Said closed(Event.Closed e) {
    if (e.how() == Closing.FORCED) {
      return new Said(
          e.by(),
          "FORCE_CLOSED",
          "强制关闭：" + e.note() + "，尚缺 " + e.missing(),
          "Closed by force: " + e.note() + ", lacking " + e.missing());
    }
    return new Said(e.by(), "CLOSED", "闭环 " + e.note(), "Closed. " + e.note());
  }

  private static String at(List<String> ladder, int rung) {
    return ladder.get(Math.min(rung, ladder.size()) - 1);
  }
}
