package io.minewatch.alerting.fourline;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One excursion of one of the four lines, made from the facts of its finding.
 *
 * @param finding its id, the same on every replay
 * @param subject what is cut off or flat, as {@code Subject} writes it
 * @param points those that are named as behind it; the point itself where it is one
 * @param behind how many lie behind it, named or not; 0 for a gateway that has no points
 * @param onset measured time of the last word before it
 * @param ended measured time of the word that ended it, null while it lasts
 * @param rule by which it was found
 */
public record Outage(
    String finding,
    String mine,
    FourLine line,
    String subject,
    List<String> points,
    int behind,
    Instant onset,
    @Nullable Instant ended,
    String rule) {
  private static final String BEHIND = "behind";
  private static final String COUNT = "count";

  public Outage {
    points = List.copyOf(points);
  }

  /**
   * From the facts of a finding.
   *
   * @param facts in the order in which they were found, at least one
   */
  public static Outage of(List<Finding> facts, FourLine line) {
    Finding first = facts.get(0);
    Finding last = facts.get(facts.size() - 1);
    TreeSet<String> points = new TreeSet<>();
    int behind = 0;
    for (Finding fact : facts) {
      List<String> named = named(fact);
      points.addAll(named);
      behind = Math.max(behind, Math.max(named.size(), count(fact)));
    }
    return new Outage(
        first.id().value(),
        first.mine().value(),
        line,
        first.subject().toString(),
        List.copyOf(points),
        Math.max(behind, points.size()),
        first.onset(),
        last.kind() == FindingKind.CLEARED ? notBefore(first.onset(), last) : null,
        first.rule());
  }

  /** A clock that was put back makes no time run backwards. */
  private static Instant notBefore(Instant onset, Finding end) {
    return Stream.of(onset, end.measured()).max(Instant::compareTo).orElse(onset);
  }

  private static List<String> named(Finding fact) {
    var point = fact.point();
    if (point != null) {
      return List.of(point.value());
    }
    String text = fact.detail().getOrDefault(BEHIND, "");
    return text.isEmpty() ? List.of() : List.of(text.split(", "));
  }

  private static int count(Finding fact) {
    String text = fact.detail().getOrDefault(COUNT, "");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /**
   * How long it lasted, until now while it lasts; one whose begin lies ahead of us lasts nothing.
   */
  public Span span(Instant now) {
    Instant end = ended == null ? now : ended;
    return new Span(onset, end.isBefore(onset) ? onset : end);
  }

  /** How many points it takes away; a gateway without any counts as one. */
  public int size() {
    return Math.max(1, behind);
  }
}
