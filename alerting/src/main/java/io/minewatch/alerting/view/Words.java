package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Refusal;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.withdrawal.Order;
import java.math.BigDecimal;
import java.util.List;

/** What the journal of one mine says, in words. */
final class Words {
  private final List<String> ladder;
  private final List<String> ladderEnglish;
  private final Names names;
  private final WordsAside aside;

  Words(List<String> ladder, List<String> ladderEnglish, Names names) {
    this.aside = new WordsAside(ladder, ladderEnglish, names);
    this.ladder = ladder;
    this.ladderEnglish = ladderEnglish;
    this.names = names;
  }

  /** One event in both languages. */
  record Said(String who, String what, String chinese, String english) {}

  Said of(Event event) {
    if (event instanceof Event.Opened) {
      return new Said("system", "OPENED", "事件建立", "Incident opened");
    } else if (event instanceof Event.FindingNoted e) {
      return finding(e.finding());
    } else if (event instanceof Event.Warned e) {
      String chinese = "预警：" + e.severity().chinese() + "色，待叫应";
      return new Said("system", "WARNED", chinese, "Warned: " + e.severity() + ", a call is due");
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
      return escalated(e);
    } else if (event instanceof Event.Acknowledged e) {
      return acknowledged(e);
    } else if (event instanceof Event.Responded e) {
      String measures = e.measures();
      return new Said(e.by(), "RESPONDED", "处置措施：" + measures, "Measures: " + measures);
    }
    return later(event);
  }

  /** With what was answered to: others may have happened before it was. */
  private static Said acknowledged(Event.Acknowledged e) {
    boolean isTold = e.version() != null;
    return new Said(
        e.by(),
        "ACKNOWLEDGED",
        "已回应" + (isTold ? "（针对记录第 " + e.version() + " 版）" : ""),
        "Acknowledged" + (isTold ? ", as of version " + e.version() + " of the record" : ""));
  }

  private Said later(Event event) {
    if (event instanceof Event.Ordered e) {
      return ordered(e.by(), e.order());
    } else if (event instanceof Event.HeadCounted e) {
      int remaining = e.proof().orders().stream().mapToInt(o -> o.remaining().size()).sum();
      return new Said(
          "system",
          "MUSTERED",
          "清点：未撤出 " + remaining + " 人",
          "Counted: " + count(remaining) + " still inside");
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
          "拒绝%s：%s".formatted(English.actInChinese(e.act()), e.refusal().chinese()),
          "Refused to %s: %s".formatted(English.act(e.act()), e.words()));
    }
    return aside.of(event);
  }

  private static String count(int people) {
    return people == 1 ? "1 is" : people + " are";
  }

  private Said ordered(String by, Order order) {
    return new Said(
        by,
        "ORDERED",
        "下达撤人令（%s，%s）：%s。“%s”"
            .formatted(
                order.grade().chinese(),
                order.reason().chinese(),
                String.join("、", order.zones().stream().map(names::zone).toList()),
                order.text()),
        "Ordered a withdrawal (%s; %s): %s. “%s”"
            .formatted(
                English.of(order.grade()),
                English.of(order.reason()),
                String.join(", ", order.zones().stream().map(names::zoneEnglish).toList()),
                order.text()));
  }

  private Said finding(Finding f) {
    Double value = FindingViews.value(f);
    String unit = f.unit();
    String now = value == null ? "" : " " + number(value, unit);
    return new Said(
        "system",
        "FINDING",
        "%s %s%s%s（限值 %s，峰值 %s）%s"
            .formatted(
                names.subject(f),
                names.what(f),
                English.kindInChinese(f.kind(), f.check()),
                now,
                number(f.limit(), unit),
                number(f.peak(), unit),
                WordsAside.late(f)),
        "%s: %s %s%s (limit %s, peak %s)%s"
            .formatted(
                names.subjectEnglish(f),
                names.whatEnglish(f),
                English.of(f.kind(), f.check()),
                now,
                number(f.limit(), unit),
                number(f.peak(), unit),
                WordsAside.lateEnglish(f)));
  }

  /** Never with an exponent, and with no zeros that were not measured. */
  private static String number(double value, String unit) {
    return (BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + " " + unit).strip();
  }

  private Said escalated(Event.Escalated e) {
    int rung = e.due().rung();
    String late = WordsAside.late(e.overdue());
    String lateEnglish = WordsAside.lateEnglish(e.overdue());
    return new Said(
        "system",
        "ESCALATED",
        "未按时%s，升级至%s%s".formatted(e.missed().what().chinese(), at(ladder, rung), late),
        "No %s in time, escalated to the %s%s"
            .formatted(English.of(e.missed().what()), at(ladderEnglish, rung), lateEnglish));
  }

  private static Said closed(Event.Closed e) {
    if (e.how() == Closing.FORCED) {
      return new Said(
          e.by(),
          "FORCE_CLOSED",
          "强制关闭%s：%s。尚缺：%s"
              .formatted(
                  WordsAside.proposed(e.first()),
                  e.note(),
                  String.join("；", e.missing().stream().map(Refusal::chinese).toList())),
          "Closed by force%s: %s. Lacking: %s"
              .formatted(
                  WordsAside.proposedEnglish(e.first()),
                  e.note(),
                  String.join("; ", e.missing().stream().map(Refusal::english).toList())));
    }
    if (e.how() == Closing.HARMLESS) {
      return new Said(
          e.by(),
          "SHOWN_HARMLESS",
          "误报闭环%s：%s".formatted(WordsAside.proposed(e.first()), e.note()),
          "Closed as harmless%s: %s".formatted(WordsAside.proposedEnglish(e.first()), e.note()));
    }
    return new Said(e.by(), "CLOSED", "闭环：" + e.note(), "Closed. " + e.note());
  }

  static String at(List<String> ladder, int rung) {
    return ladder.get(Math.min(rung, ladder.size()) - 1);
  }
}
