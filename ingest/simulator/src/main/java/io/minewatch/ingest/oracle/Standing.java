package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Delays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition that is looked at again and again: it must hold for a delay before it counts, and
 * be gone for another before it is over.
 */
final class Standing {
  private final Subject subject;
  private final String rule;
  private final Delays delays;
  private final List<ExpectedFact> found = new ArrayList<>();
  private @Nullable Instant onset;
  private @Nullable Instant since;
  private @Nullable Instant gone;
  private boolean open;

  Standing(Subject subject, String rule, Delays delays) {
    this.subject = subject;
    this.rule = rule;
    this.delays = delays;
  }

  /**
   * Takes one look.
   *
   * @param began measured time of what made it so, if it is so since now
   */
  void look(boolean holds, Instant now, Instant began) {
    if (holds) {
      gone = null;
      onset = onset == null ? began : onset;
      since = since == null ? now : since;
      open |= !now.isBefore(since.plus(delays.raiseAfter()));
    } else if (!open) {
      onset = null;
      since = null;
    } else {
      gone = gone == null ? now : gone;
      if (!now.isBefore(gone.plus(delays.clearAfter()))) {
        tell(FindingKind.CLEARED);
      }
    }
  }

  /** It cannot hold any more: what is open is over at once. */
  void left() {
    if (open) {
      tell(FindingKind.CLEARED);
    }
    onset = null;
    since = null;
    gone = null;
  }

  /** What was found, and what still stands. */
  List<ExpectedFact> found() {
    if (open) {
      tell();
    }
    return found;
  }

  private void tell(FindingKind... then) {
    List<FindingKind> kinds = new ArrayList<>(List.of(FindingKind.OPENED));
    kinds.addAll(List.of(then));
    if (onset != null) {
      found.add(new ExpectedFact(subject, rule, onset, kinds));
    }
    onset = null;
    since = null;
    gone = null;
    open = false;
  }
}
