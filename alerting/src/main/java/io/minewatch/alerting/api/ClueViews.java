package io.minewatch.alerting.api;

import io.minewatch.alerting.api.CountersController.By;
import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import io.minewatch.alerting.clue.ClueEvent;
import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueStage;
import io.minewatch.alerting.journal.ClueJournal;
import io.minewatch.alerting.journal.ClueJournal.Seen;
import io.minewatch.alerting.journal.ClueRows.Counted;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.domain.finding.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Clues as the API tells them. */
final class ClueViews {
  private ClueViews() {}

  /**
   * A clue in a list.
   *
   * @param overdue whether the time has passed at which the next stage is owed
   */
  public record ClueRow(Listed clue, boolean overdue) {
    static ClueRow of(Listed listed, Sight sight, Instant now) {
      Instant due = listed.due();
      Listed shown = listed.about(subject(listed.subject(), sight));
      return new ClueRow(shown, due != null && now.isAfter(due));
    }
  }

  /** Clues, those overdue first. */
  public record CluesView(Instant at, int skip, List<ClueRow> clues) {}

  /**
   * What became of a clue.
   *
   * @param what RAISED, ASSIGNED, VISITED, FOUND, MEASURED, CLOSED, REOPENED or ADDED
   * @param to to whom it was assigned
   * @param late whether it came after it was owed
   */
  public record ClueStep(
      Instant at,
      String by,
      String what,
      String said,
      @Nullable String to,
      @Nullable Outcome outcome,
      List<ClueEvidence> evidence,
      @Nullable Instant due,
      boolean late) {}

  /**
   * A clue with all that became of it, and who looked at it, the newest first.
   *
   * @param late how many of its steps came after they were owed
   * @param read when it was so
   * @param version to be named by who acts on it
   */
  public record ClueView(
      String id,
      String mine,
      String feature,
      String subject,
      String words,
      String wordsEnglish,
      ClueStage stage,
      Instant opened,
      Instant since,
      @Nullable Instant due,
      boolean overdue,
      String assignee,
      @Nullable Outcome outcome,
      int reopened,
      int late,
      long version,
      Instant read,
      List<ClueEvidence> evidence,
      List<ClueStep> steps,
      List<Seen> seen) {
    static ClueView of(Clue clue, ClueJournal.Story story, Sight sight, Instant now) {
      return new ClueView(
          clue.id(),
          clue.start().mine(),
          clue.start().feature(),
          ClueViews.subject(clue.start().subject(), sight),
          clue.start().words(),
          clue.start().wordsEnglish(),
          clue.stage(),
          clue.opened(),
          clue.since(),
          clue.due(),
          clue.isOverdue(now),
          clue.assignee(),
          clue.outcome(),
          clue.reopened(),
          clue.late(),
          clue.version(),
          now,
          clue.evidence(),
          ClueViews.steps(story.events()),
          story.seen());
    }
  }

  /** A subject with the number of a card masked for those outside. */
  private static String subject(String subject, Sight sight) {
    String card = Subject.Kind.CARD.name().toLowerCase(Locale.ROOT) + "/";
    return subject.startsWith(card) ? card + sight.card(subject.substring(card.length())) : subject;
  }

  private static List<ClueStep> steps(List<ClueEvent> events) {
    List<ClueStep> steps = new ArrayList<>();
    Instant owed = null;
    String before = "";
    for (ClueEvent event : events) {
      String what = event.getClass().getSimpleName().toUpperCase(Locale.ROOT);
      boolean moves = !(event instanceof ClueEvent.Added);
      steps.add(
          new ClueStep(
              event.at(),
              event.by(),
              what,
              event.said(),
              event instanceof ClueEvent.Assigned assigned ? assigned.to() : null,
              event instanceof ClueEvent.Found found ? found.outcome() : null,
              evidence(event),
              event.owed(),
              moves && !what.equals(before) && owed != null && event.at().isAfter(owed)));
      before = moves ? what : before;
      owed = moves ? event.owed() : owed;
    }
    return steps;
  }

  private static List<ClueEvidence> evidence(ClueEvent event) {
    if (event instanceof ClueEvent.Raised raised) {
      return raised.evidence();
    }
    return event instanceof ClueEvent.Added added ? added.evidence() : List.of();
  }

  /**
   * How many clues a place has.
   *
   * @param place the path of its jurisdiction, empty for the nation; of a mine its code
   * @param late of all, those of which a step came after it was owed
   * @param substantiated of all, those whose last check found something
   */
  public record ClueCounts(
      String place,
      int open,
      int overdue,
      int closed,
      int late,
      int substantiated,
      Map<ClueStage, Integer> stages) {
    static List<ClueCounts> of(List<Counted> counted, By by) {
      Map<String, List<Counted>> places =
          counted.stream()
              .collect(
                  Collectors.groupingBy(
                      each -> by.place(each.path()), TreeMap::new, Collectors.toList()));
      List<ClueCounts> counts = new ArrayList<>();
      places.forEach((place, all) -> counts.add(of(place, all)));
      return counts;
    }

    private static ClueCounts of(String place, List<Counted> counted) {
      Map<ClueStage, Integer> stages = new TreeMap<>();
      int overdue = 0;
      int late = 0;
      int substantiated = 0;
      for (Counted each : counted) {
        stages.merge(each.stage(), each.clues(), Integer::sum);
        overdue += each.overdue();
        late += each.late();
        boolean held = each.outcome() != null && each.outcome() != Outcome.UNFOUNDED;
        substantiated += held ? each.clues() : 0;
      }
      int closed = stages.getOrDefault(ClueStage.CLOSED, 0);
      int all = stages.values().stream().mapToInt(Integer::intValue).sum();
      return new ClueCounts(place, all - closed, overdue, closed, late, substantiated, stages);
    }
  }
}
