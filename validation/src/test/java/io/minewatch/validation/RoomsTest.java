package io.minewatch.validation;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.validation");

  @Test
  void scoresAndRulesArePure() {
    HouseRules.pureRoomsStayPure(
        OURS,
        "io.minewatch.validation.score..",
        "io.minewatch.validation.rule..",
        "io.minewatch.validation.report..",
        "io.minewatch.judge..");
  }

  @Test
  void nothingReadsAClockOutsideApp() {
    HouseRules.noClockOutsideApp(OURS);
    HouseRules.nobodyImportsApp(OURS, "io.minewatch.validation.app..");
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }
}
