package io.minewatch.alerting.evidence;

import io.minewatch.alerting.root.Compared;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a reader of the report is told of the readings: what proves them, and what nothing does. */
final class Proofs {
  /** Of the store as it was, where it is another by now. */
  private static final String THEN = "（做根时的库，非此处读数 / of the store then, not of these readings）";

  private Proofs() {}

  static void tell(Page report, @Nullable Readings readings) {
    report.heading("读数及其证明 / Readings, and what proves them");
    if (readings == null) {
      report.text("本证据包不含读数。", "This pack holds no readings.");
      return;
    }
    roots(report, readings);
    report.text(
        "测点首末读数之外是否另有读数、是否缺少整个测点或整个小时，不在证明之内。",
        "Not proven is that nothing was left out before the first and after the last reading of a"
            + " point, nor that no whole point or hour is missing.");
    if (!readings.note().isEmpty()) {
      report.text("", readings.note());
    }
    report.table(
        List.of("小时 / Hour", "", "读数 / Readings", "证明 / Proof", "写入 / As written"),
        readings.hours().stream().map(Proofs::hour).toList());
  }

  private static void roots(Page report, Readings readings) {
    long minutes = DataRoots.GRACE.toMinutes();
    boolean told = readings.hours().stream().anyMatch(each -> each.compared() != Compared.NOT_TOLD);
    if (told) {
      report.text(
          "数据根由平台在每小时结束 %d 分钟后从时序库读回计算，并与归档作业写入时以密钥累加的散列和对照；对照结果见下表。".formatted(minutes),
          ("The roots are made from what the series store gives back %d minutes after the end of"
                  + " each hour, and are held against the keyed sum that the archive job made as it"
                  + " wrote. What came of it stands below; whoever has no key relies on the ledger"
                  + " for it.")
              .formatted(minutes));
    } else {
      report.text(
          "数据根由平台在每小时结束 %d 分钟后从时序库读回计算并写入台账；此前在库中被改动的读数无法发现。".formatted(minutes),
          ("The roots are made by the platform itself, from what the series store gives back %d"
                  + " minutes after the end of each hour. What was altered in the store before that"
                  + " is not noticed; what was altered after it is.")
              .formatted(minutes));
    }
  }

  private static String words(Compared compared) {
    return switch (compared) {
      case SAME -> "与写入时一致 / as it was written";
      case TOLD_AGAIN -> "有重复上报，无法对照 / some were told again, cannot be compared";
      case WAITS -> "暂不一致，可能仍有读数未到 / differs so far, readings may be on their way";
      case DIFFERS -> "写入后被改动 / ALTERED after it was written";
      case NOT_TOLD -> "无写入时的记录 / nothing is known of what was written";
      case NOT_SEEN -> "当时无法读库，未能对照 / the store could not be read in time, never compared";
    };
  }

  private static List<String> hour(Readings.Hour hour) {
    String leftOut = hour.leftOut() == 0 ? "" : " (+" + hour.leftOut() + ")";
    return List.of(
        hour.hour().toString(),
        hour.measure(),
        hour.readings().size() + leftOut,
        hour.proof() + ": " + words(hour.proof()),
        hour.compared()
            + ": "
            + words(Objects.requireNonNull(hour.compared(), "never null"))
            + (hour.proof() == Readings.Proof.CHANGED ? THEN : ""));
  }

  private static String words(Readings.Proof proof) {
    return switch (proof) {
      case PROVEN -> "与台账中的根相符 / leads to the root in the ledger";
      case NO_ROOT -> "尚无根，无证明 / no root yet, nothing is proven";
      case DOUBTED ->
          "与写入时不一致或未能对照，无证明"
              + " / something else than was written, or never compared: nothing is proven";
      case CHANGED -> "库中数据在做根后有变化，无证明 / the store has changed since the root was made";
      case NOT_MADE -> "未做根，台账写明原因 / no root was made, the ledger says why";
    };
  }
}
