package io.minewatch.alerting.view;

import io.minewatch.alerting.accident.Accident;
import io.minewatch.alerting.accident.Owed;
import io.minewatch.alerting.accident.ReportRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accident as the API and the console show it. Times are wall time.
 *
 * @param what has happened, in the words of who declared it
 */
public record AccidentView(
    String incident,
    String mine,
    boolean drill,
    Instant declared,
    String by,
    String what,
    List<ReportView> reports) {
  /**
   * A report that is owed or made.
   *
   * @param standing as it is now
   * @param made when, null while it is not
   */
  public record ReportView(
      String id,
      ReportRule.Form form,
      String sender,
      String senderEnglish,
      String receiver,
      String receiverEnglish,
      Instant due,
      Owed.Standing standing,
      @Nullable Instant made,
      @Nullable String by,
      @Nullable String note) {}

  /** The view of it, null of none. */
  public static @Nullable AccidentView of(@Nullable Accident accident, Instant now) {
    return accident == null
        ? null
        : new AccidentView(
            accident.incident(),
            accident.mine(),
            accident.drill(),
            accident.declared(),
            accident.by(),
            accident.what(),
            accident.reports().stream().map(each -> report(each, now)).toList());
  }

  private static ReportView report(Owed owed, Instant now) {
    ReportRule rule = owed.rule();
    Owed.Made made = owed.made();
    return new ReportView(
        rule.id(),
        rule.form(),
        rule.sender(),
        rule.senderEnglish(),
        rule.receiver(),
        rule.receiverEnglish(),
        owed.due(),
        owed.standing(now),
        made == null ? null : made.at(),
        made == null ? null : made.by(),
        made == null ? null : made.note());
  }
}
