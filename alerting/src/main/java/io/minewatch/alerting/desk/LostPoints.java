package io.minewatch.alerting.desk;

import io.minewatch.alerting.fourline.Causes;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Judged;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.suspect.OfFinding;
import io.minewatch.alerting.suspect.Suspicion;
import io.minewatch.alerting.suspect.SuspicionRules;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of points that were lost while rising whose cut it was: one cut of a gateway is one reason
 * for however many points behind it, and a cut of the region or of the platform is none.
 */
public final class LostPoints {
  private final Store store;
  private final FourLines lines;
  private final Terms terms;
  private final Clock clock;
  private Instant now = Instant.MIN;
  private Causes.@Nullable Ground ground;

  /** Each cut once, by finding: many points may lie behind it. */
  private final Map<String, Judged> judged = new HashMap<>();

  /** By which numbers. */
  public record Terms(SuspicionRules rules, FourLineRules lines) {
    /** Other mines' cuts that make a region come to be known meanwhile. */
    private Duration settled() {
      return lines.window().multipliedBy(2);
    }
  }

  public LostPoints(Store store, FourLines lines, Terms terms, Clock clock) {
    this.store = store;
    this.lines = lines;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * A look begins: what is known of the platform, of counties and of each cut is read once for it,
   * at need.
   */
  void look() {
    now = clock.instant();
    ground = null;
    judged.clear();
  }

  /** Adds what a fact that waits shows, if it can be told yet; what shows nothing waits no more. */
  void judge(Suspicion waiting, List<Suspicion> told) {
    Finding fact = lost(waiting.evidence().get(0).ref());
    if (fact != null && fact.judged().plus(terms.settled()).isAfter(now)) {
      return;
    }
    Judged cut = fact == null ? null : cut(fact);
    if (fact == null || (cut != null && !cut.beganAsOwn())) {
      store
          .database()
          .write(
              () -> {
                store.suspects().done(waiting);
                return waiting;
              });
      return;
    }
    String subject = cut == null ? waiting.subject() : cut.outage().subject();
    told.add(
        new Suspicion(
            waiting.feature(), waiting.mine(), subject, waiting.evidence(), waiting.least()));
  }

  private @Nullable Finding lost(String finding) {
    return store.findings().facts(new FindingId(finding)).stream()
        .filter(OfFinding::isLost)
        .findFirst()
        .orElse(null);
  }

  /**
   * The cut of a gateway or substation that took the point away: begun about when the point was
   * last heard, and naming it, or else not naming all behind it. Null where it broke by itself.
   */
  private @Nullable Judged cut(Finding fact) {
    Span about =
        new Span(fact.measured().minus(terms.lines().window()), fact.judged().plusSeconds(1));
    List<Outage> wide = new ArrayList<>();
    for (Outage each : store.fourLines().meeting(Set.of(fact.mine().value()), about)) {
      Instant ended = each.ended();
      boolean gone = ended == null || ended.isAfter(fact.measured());
      if (gone && !each.onset().isBefore(about.from()) && isWide(each)) {
        wide.add(each);
      }
    }
    String point = fact.subject().toString();
    Outage cut =
        wide.stream()
            .filter(each -> each.points().contains(point))
            .findFirst()
            .or(() -> wide.stream().filter(e -> e.behind() > e.points().size()).findFirst())
            .orElse(null);
    return cut == null
        ? null
        : judged.computeIfAbsent(cut.finding(), any -> lines.judged(List.of(cut), ground()).get(0));
  }

  private static boolean isWide(Outage outage) {
    return outage.line() == FourLine.NETWORK
        || (outage.line() == FourLine.LINE && outage.subject().startsWith("substation/"));
  }

  private Causes.Ground ground() {
    Causes.Ground known = ground;
    if (known == null) {
      known = lines.ground(lines.unwatched(new Span(now.minus(terms.rules().within()), now)), now);
      ground = known;
    }
    return known;
  }
}
