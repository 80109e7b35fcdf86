package io.minewatch.alerting.api;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.ChangeRows.Change;
import io.minewatch.alerting.journal.DrillRows.Drill;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Whether what evidence points at is there, and is of the mine that the clue is about. */
final class CluePointers {
  private final Store store;

  CluePointers(Store store) {
    this.store = store;
  }

  /** Refuses evidence that points at nothing, or at another mine's. */
  void require(String mine, List<ClueEvidence> evidence) {
    for (ClueEvidence each : evidence) {
      if (!isOf(mine, each)) {
        throw new Refusals.Problem(
            HttpStatus.BAD_REQUEST, "this mine has no %s '%s'".formatted(each.kind(), each.ref()));
      }
    }
  }

  private boolean isOf(String mine, ClueEvidence evidence) {
    String ref = evidence.ref();
    return switch (evidence.kind()) {
      case FINDING, FOUR_LINE -> {
        List<Finding> facts = facts(ref);
        yield !facts.isEmpty() && facts.get(0).mine().value().equals(mine);
      }
      case DRILL -> {
        Drill drill = store.drills().find(ref);
        yield drill != null && drill.mine().equals(mine);
      }
      case INCIDENT -> {
        Incident incident = store.journal().incident(ref);
        yield incident != null && incident.mine().value().equals(mine);
      }
      case CHANGE -> {
        Change change = store.changes().find(ref);
        yield change != null && change.mine().equals(mine);
      }
      case REWRITE, TEXT -> true; // the record keeps no ids of rewrites
      case SEAL, BOOKS -> false; // what a seal or the books show, the machine alone says
    };
  }

  private List<Finding> facts(String ref) {
    try {
      return store.findings().facts(new FindingId(ref));
    } catch (IllegalArgumentException e) {
      return List.of(); // no finding is called so
    }
  }
}
