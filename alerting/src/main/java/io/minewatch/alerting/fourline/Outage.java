package io.minewatch.alerting.fourline;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One excursion of one of the four lines, made from the facts of its finding.
 *
 * @param finding its id, the same on every replay
 * @param subject what is cut off or flat, as {@code Subject} writes it
 * @param points those that are named as behind it; the point itself where it is one
 * @param behind how many lie behind it by its newest fact, named or not; 0 for a gateway that has
 *     no points
 * @param onset measured time of the last word before it
 * @param ended when it ended, null while it lasts
 * @param rule by which it was found
 * @param told when judging said so
 * @param county where the mine lay then; null while that is not noted yet
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
    String rule,
    Told told,
    @Nullable County county) {
  private static final String BEHIND = "behind";
  private static final String COUNT = "count";

  /** How it stands. */
  public enum End {
    LASTS,
    /** Something was heard again, or moved again. */
    CLEARED,
    /** It is judged no more: the point or its rule left the plan, or a flat point fell silent. */
    GIVEN_UP
  }

  /**
   * When judging said what: at these times it watched.
   *
   * @param found judged time of the first fact
   * @param ended judged time of the fact that ended it, null while it lasts
   */
  public record Told(Instant found, @Nullable Instant ended, End end) {}

  /**
   * The county of a mine at one time.
   *
   * @param mines how many were registered there
   */
  public record County(String path, int mines) {
    /** Of a mine that lies in none that is known. */
    public static final County NOWHERE = new County("", 0);
  }

  public Outage {
    points = List.copyOf(points);
  }

  /**
   * From the facts of a finding. It ends with the first fact that clears it, whatever follows; or,
   * where none does, with a last one that says that it is relied on no more.
   *
   * @param facts in the order in which they were found, at least one
   */
  public static Outage of(List<Finding> facts, FourLine line) {
    Finding first = facts.get(0);
    Set<String> points = new TreeSet<>();
    int behind = 0;
    for (Finding fact : facts) {
      if (fact.kind() != FindingKind.CLEARED) {
        List<String> named = named(fact);
        points.addAll(named);
        int said = Math.max(named.size(), count(fact));
        behind = said == 0 ? behind : said;
      }
    }
    Finding end = end(facts);
    return new Outage(
        first.id().value(),
        first.mine().value(),
        line,
        first.subject().toString(),
        List.copyOf(points),
        Math.max(behind, points.size()),
        first.onset(),
        end == null ? null : ended(first.onset(), end),
        first.rule(),
        new Told(first.judged(), end == null ? null : end.judged(), how(end)),
        null);
  }

  private static @Nullable Finding end(List<Finding> facts) {
    for (Finding fact : facts) {
      if (fact.kind() == FindingKind.CLEARED) {
        return fact;
      }
    }
    Finding last = facts.get(facts.size() - 1);
    return last.kind() == FindingKind.BLIND ? last : null;
  }

  private static End how(@Nullable Finding end) {
    if (end == null) {
      return End.LASTS;
    }
    return end.kind() == FindingKind.CLEARED ? End.CLEARED : End.GIVEN_UP;
  }

  /** A clock that was put back makes no time run backwards; what is given up was not measured. */
  private static Instant ended(Instant onset, Finding end) {
    Instant at = end.kind() == FindingKind.CLEARED ? end.measured() : end.judged();
    return at.isBefore(onset) ? onset : at;
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
