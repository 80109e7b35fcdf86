package io.minewatch.alerting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.judge.mine.Course;
import io.minewatch.judge.mine.CourseRun;
import io.minewatch.judge.mine.Courses;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.store.History;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.Sample;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of finding is computed again from what the store keeps of its course. */
class RederivationCourseTest {
  /** Everything reaches us two seconds after it was measured; the store does not know. */
  private static final int LATE = 2;

  static Stream<Course> all() {
    return Courses.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void comesOutAgainWithTheSameIdAndTimes(Course course) {
    Map<FindingId, List<Finding>> told = new LinkedHashMap<>();
    for (Finding fact : CourseRun.findings(course.late(LATE))) {
      told.computeIfAbsent(fact.id(), id -> new ArrayList<>()).add(fact);
    }
    assertThat(told.isEmpty()).isEqualTo(course.kinds().isEmpty());
    Stored store = new Stored(course);
    for (List<Finding> facts : told.values()) {
      Rederivation.Answer answer = Rederivation.of(facts, List.of(course.plan()), store);

      if (!cannot(facts.get(0)).isEmpty()) {
        assertThat(answer.cannot()).contains(cannot(facts.get(0)));
        assertThat(answer.same()).isFalse();
      } else {
        assertThat(answer.differences()).as("%s: %s", facts.get(0), answer).isEmpty();
        assertThat(answer.same()).isTrue();
        assertThat(answer.cannot()).isEmpty();
        assertThat(answer.again()).isGreaterThanOrEqualTo(facts.size());
      }
    }
  }

  /** Of what is found by what no store keeps, the answer says so. */
  private static String cannot(Finding fact) {
    if (fact.check() == Check.REPORTED) {
      return "nothing of it was computed";
    }
    return fact.subject().kind() == Subject.Kind.GATEWAY ? "which gateway" : "";
  }

  /** What the archive job keeps of a course. */
  private static final class Stored implements SeriesStore {
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final List<Recorded> readings = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();

    Stored(Course course) {
      course.plan().points().forEach(p -> measures.put(p.id().value(), p.measure()));
      for (Course.Event event : course.events()) {
        if (event instanceof Course.Said said) {
          for (Course.Row row : said.rows()) {
            Instant at = Instant.ofEpochMilli(CourseRun.millis(row.measured()));
            readings.add(new Recorded(row.point(), at, row.value(), row.quality()));
          }
        } else if (event instanceof Course.Seen seen) {
          fixes.addAll(seen.fixes());
        }
      }
      readings.sort(Comparator.comparing(Recorded::at));
      fixes.sort(Comparator.comparing(Fix::at));
    }

    private static boolean within(Span span, Instant at) {
      return !at.isBefore(span.from()) && at.isBefore(span.to());
    }

    @Override
    public List<Recorded> recorded(MineCode mine, Measure measure, Span span) {
      return readings.stream()
          .filter(r -> within(span, r.at()) && measures.get(r.point()) == measure)
          .toList();
    }

    @Override
    public List<Recorded> recorded(Series series, Span span) {
      return readings.stream()
          .filter(r -> within(span, r.at()) && r.point().equals(series.point().value()))
          .toList();
    }

    @Override
    public List<Fix> positions(MineCode mine, Span span) {
      return fixes.stream().filter(fix -> within(span, fix.at())).toList();
    }

    @Override
    public List<Statistic> statistics(Series series, Span span) {
      throw new AssertionError("not needed");
    }

    @Override
    public List<Rewrite> rewrites(MineCode mine, Span span) {
      throw new AssertionError("not needed");
    }

    @Override
    public List<RewriteCount> rewriteCounts(Span span) {
      throw new AssertionError("not needed");
    }

    @Override
    public void settle(Set<Measure> measures) {}

    @Override
    public History history(Series series, Span span, int maxPoints) {
      throw new UnsupportedOperationException("nobody looks at charts here");
    }

    @Override
    public @Nullable Sample last(Series series) {
      throw new UnsupportedOperationException("nobody asks for the last value here");
    }

    @Override
    public void close() {}
  }
}
