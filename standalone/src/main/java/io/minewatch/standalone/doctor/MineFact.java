package io.minewatch.standalone.doctor;

import static io.minewatch.standalone.doctor.Finding.good;
import static io.minewatch.standalone.doctor.Finding.wrong;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was heard of a mine on the broker. */
public sealed interface MineFact extends Fact {
  /** Summaries come every few seconds. */
  Duration SUMMARY = Duration.ofSeconds(60);

  /**
   * The versions of a mine's plan.
   *
   * @param kept in the database before the broker was heard; 0 for none, negative where it was not
   *     looked at
   * @param keptAfter the same after it was heard, for a plan may have been published meanwhile
   * @param retained at the broker; 0 for none
   * @param judged what the summary says judging goes by; 0 for none
   */
  record PlanOf(String mine, long kept, long keptAfter, long retained, long judged)
      implements MineFact {
    @Override
    public Finding finding() {
      String what = "plan of " + mine;
      if (retained == 0) {
        return wrong(what, "the broker has none", "start alerting; is the mine in its registry?");
      }
      if (kept > retained) {
        return wrong(
            what,
            "the database has version %d, the broker %d: it has not got the newer one"
                .formatted(kept, retained),
            "look at alerting's line to the broker, and at its log");
      }
      if (keptAfter >= 0 && Math.max(judged, retained) > keptAfter) {
        return wrong(
            what,
            "judging goes by version %d, the database has %d: an older one was put back"
                .formatted(Math.max(judged, retained), keptAfter),
            "stop alerting, back the database up and restore it by ./minewatch restore");
      }
      return judged == 0 || judged == retained
          ? good(what, "version " + retained)
          : wrong(
              what,
              "the broker has version %d, judging goes by %d".formatted(retained, judged),
              "look at the judge job's log and at mw/v1/rejected/" + mine);
    }
  }

  /**
   * The last summary of a mine.
   *
   * @param age null where there is none
   */
  record Heard(String mine, @Nullable Duration age) implements MineFact {
    @Override
    public Finding finding() {
      String what = "summary of " + mine;
      if (age == null) {
        return wrong(what, "there is none", "look whether the judge job runs and has this mine");
      }
      String found = age.toSeconds() + " s old";
      return age.compareTo(SUMMARY) <= 0
          ? good(what, found)
          : wrong(what, found, "the judge job stands still: look at its log");
    }
  }
}
