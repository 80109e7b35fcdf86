package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.judge.tape.MemoryTape;
import io.minewatch.judge.tape.Unmoved;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of judging finds what its course says, and a memory brought back finds the same. */
class CourseTest {
  static Stream<Course> all() {
    return Courses.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void findsWhatItSays(Course course) {
    List<Finding> told =
        CourseRun.findings(course).stream().filter(f -> f.rule().equals(course.rule())).toList();

    assertThat(told).extracting(Finding::kind).isEqualTo(course.kinds());
  }

  @ParameterizedTest
  @MethodSource("all")
  void isTheSameWithTheMemorySavedBeforeEachEvent(Course course) {
    List<Object> plain = CourseRun.copied(course, memory -> memory);

    assertThat(CourseRun.copied(course, ListTape::copy)).isEqualTo(plain);
  }

  /** A checkpoint is written while judging goes on and copies the same memory. */
  @ParameterizedTest
  @MethodSource("all")
  void recordingChangesNoCollection(Course course) {
    CourseRun.copied(
        course,
        memory -> {
          Unmoved before = Unmoved.of(memory);
          memory.record(new MemoryTape());
          assertThat(before.changed()).isEmpty();
          return memory;
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void isTheSameWhereTheJudgeStartsAgain(Course course) {
    List<Object> plain = CourseRun.copied(course, memory -> memory);

    assertThat(plain).isNotEmpty();
    assertThat(CourseRun.cut(course)).isEqualTo(plain);
  }
}
