package io.minewatch.ingest.staged;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Delays;
import io.minewatch.ingest.staged.StagedFact.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The course of one condition that is looked at again and again, with what must be told of it. */
final class Course {
  private final Subject subject;
  private final String rule;
  private final Severity severity;
  private final Delays delays;
  private final List<StagedFact> found = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private @Nullable Instant onset;
  private @Nullable Instant since;
  private @Nullable Instant gone;

  Course(Subject subject, String rule, Severity severity, Delays delays) {
    this.subject = subject;
    this.rule = rule;
    this.severity = severity;
    this.delays = delays;
  }

  /** Takes a look at a reading, which is also what a fact of it names. */
  void look(boolean holds, Instant at) {
    look(holds, at, at);
  }

  /**
   * Takes a look.
   *
   * @param names the measured time that a fact of it names
   */
  void look(boolean holds, Instant at, Instant names) {
    if (holds) {
      gone = null;
      onset = onset == null ? names : onset;
      since = since == null ? at : since;
      if (told.isEmpty() && !at.isBefore(since.plus(delays.raiseAfter()))) {
        told.add(new Told(FindingKind.OPENED, names));
      }
    } else if (told.isEmpty()) {
      onset = null;
      since = null;
    } else {
      gone = gone == null ? at : gone;
      if (!at.isBefore(gone.plus(delays.clearAfter()))) {
        told.add(new Told(FindingKind.CLEARED, names));
        close();
      }
    }
  }

  private void close() {
    if (onset != null && !told.isEmpty()) {
      found.add(new StagedFact(subject, rule, severity, onset, told));
    }
    told.clear();
    onset = null;
    since = null;
    gone = null;
  }

  /** All that must be told, what stands at the end too. */
  List<StagedFact> found() {
    close();
    return List.copyOf(found);
  }
}
