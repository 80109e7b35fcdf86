package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every kind of judging, whatever is doubled and whatever is missing. */
class CoursePropertyTest {
  private static final int SEEDS = 8;

  static Stream<Course> all() {
    return Courses.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatComesTwiceChangesNothing(Course course) {
    List<Object> plain = CourseRun.copied(course, memory -> memory);
    for (int seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);

      assertThat(CourseRun.doubled(course, event -> random.nextInt(3) == 0))
          .as("seed %d", seed)
          .isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whateverIsMissingFindingsHaveABeginningAndOneEnd(Course course) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      List<Course.Event> events = new ArrayList<>(course.events());
      events.removeIf(event -> !(event instanceof Course.Passed) && random.nextInt(4) == 0);
      Course holed =
          new Course(course.name(), course.plan(), events, 1, course.rule(), course.kinds());
      Map<FindingId, Finding> newest = new HashMap<>();
      Set<String> standing = new HashSet<>();
      for (Finding fact : CourseRun.findings(holed)) {
        check(fact, newest.put(fact.id(), fact), standing, "seed " + seed + ": " + fact);
      }
    }
  }

  private static void check(Finding fact, Finding before, Set<String> standing, String what) {
    String whose = fact.rule() + " " + fact.subject();
    if (before == null) {
      assertThat(fact.kind()).as(what).isEqualTo(FindingKind.OPENED);
      assertThat(fact.fact()).as(what).isZero();
      assertThat(standing.add(whose)).as("one at a time: %s", what).isTrue();
    } else {
      assertThat(fact.kind()).as(what).isNotEqualTo(FindingKind.OPENED);
      assertThat(before.kind()).as("over is over: %s", what).isNotEqualTo(FindingKind.CLEARED);
      assertThat(fact.fact()).as(what).isEqualTo(before.fact() + 1);
      assertThat(fact.onset()).as(what).isEqualTo(before.onset());
      assertThat(fact.judged()).as(what).isAfterOrEqualTo(before.judged());
    }
    if (fact.kind() == FindingKind.SEEN) {
      assertThat(before.kind()).as(what).isNotEqualTo(FindingKind.SEEN);
    }
    if (fact.kind() == FindingKind.CLEARED) {
      assertThat(fact.quality().blinds()).as("nothing unseen is over: %s", what).isFalse();
      standing.remove(whose);
    }
  }
}
