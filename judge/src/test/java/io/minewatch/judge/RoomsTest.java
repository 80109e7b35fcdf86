package io.minewatch.judge;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.minewatch.house.HouseRules;
import io.minewatch.judge.compound.Expression;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.judge");

  /** Of the one room that has a library, only the class that wraps it sees it. */
  private static final DescribedPredicate<JavaClass> NOT_CEL =
      DescribedPredicate.not(JavaClass.Predicates.type(Expression.class));

  @Test
  void allRoomsArePure() {
    HouseRules.pureRoomsStayPure(OURS.that(NOT_CEL), "io.minewatch.judge..");
  }

  @Test
  void nothingReadsAClock() {
    HouseRules.noClockOutsideApp(OURS);
  }

  @Test
  void recordingAStateChangesNothing() {
    HouseRules.recordingChangesNothing(OURS);
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }
}
