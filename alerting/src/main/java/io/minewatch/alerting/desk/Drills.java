package io.minewatch.alerting.desk;

import io.minewatch.alerting.drill.DrillScript;
import io.minewatch.alerting.journal.DrillRows.Drill;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the steps of the exercises that are due, each once, whichever instance does it. */
public final class Drills {
  /** Steps of one round. */
  private static final int BATCH = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Drills.class);
  private final Store store;
  private final IncidentDesk desk;
  private final Clock clock;

  public Drills(Store store, IncidentDesk desk, Clock clock) {
    this.store = store;
    this.desk = desk;
    this.clock = clock;
  }

  /** One round. A drill that cannot go on is ended, and holds no other up. */
  public void round() {
    for (Drill drill : store.drills().due(clock.instant(), BATCH)) {
      try {
        tell(drill);
      } catch (IllegalArgumentException | IllegalStateException e) {
        LOG.error("drill {} cannot go on and ends", drill.id(), e);
        end(drill.id());
      }
    }
  }

  private void tell(Drill drill) {
    DrillScript script = read(drill.script());
    Plan plan = store.outbox().plan(new MineCode(drill.mine()));
    if (plan == null) {
      throw new IllegalStateException("mine " + drill.mine() + " has no plan any more");
    }
    Finding finding =
        script.finding(drill.id(), drill.nextStep(), plan, drill.starts(), clock.instant());
    Instant next = nextAt(script, drill);
    desk.drill(
        finding,
        () -> store.drills().advance(drill, next),
        incident -> store.drills().opened(drill.id(), incident));
  }

  private static @Nullable Instant nextAt(DrillScript script, Drill drill) {
    int next = drill.nextStep() + 1;
    return next < script.steps().size()
        ? drill.starts().plus(script.steps().get(next).after())
        : null;
  }

  /**
   * Ends a drill, and in the same transaction what it has found: nothing further is told, and every
   * point that it opened is told to be clear again.
   *
   * @return false if nothing was left to tell
   */
  public boolean end(String id) {
    return desk.drill(() -> store.drills().end(id) ? endings(id) : null, incident -> {});
  }

  private List<Finding> endings(String id) {
    Drill drill = Objects.requireNonNull(store.drills().find(id), "it was ended just now");
    DrillScript script;
    try {
      script = read(drill.script());
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.error("what drill {} has found cannot be told and stays open", id, e);
      return List.of();
    }
    Instant now = clock.instant();
    List<Finding> endings = new ArrayList<>();
    for (FindingId opened :
        script.opened(id, drill.nextStep(), new MineCode(drill.mine()), drill.starts())) {
      List<Finding> facts = store.findings().facts(opened);
      if (!facts.isEmpty() && facts.get(facts.size() - 1).kind() != FindingKind.CLEARED) {
        endings.add(DrillScript.ended(facts.get(facts.size() - 1), now));
      }
    }
    return endings;
  }

  /** As it is kept. */
  public static String write(DrillScript script) {
    return new String(Messages.write(script), StandardCharsets.UTF_8);
  }

  private static DrillScript read(String text) {
    try {
      return Messages.read(text.getBytes(StandardCharsets.UTF_8), DrillScript.class);
    } catch (WireException e) {
      throw new IllegalStateException("a kept script is unreadable", e);
    }
  }
}
