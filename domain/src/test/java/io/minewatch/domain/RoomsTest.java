package io.minewatch.domain;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.domain");
  private static final String[] PURE = {
    "io.minewatch.domain.reading..",
    "io.minewatch.domain.place..",
    "io.minewatch.domain.plan..",
    "io.minewatch.domain.finding..",
    "io.minewatch.domain.withdrawal..",
    "io.minewatch.domain.feed.."
  };

  @Test
  void pureRoomsKnowOnlyTheJdkAndEachOther() {
    HouseRules.pureRoomsStayPure(OURS, PURE);
  }

  @Test
  void onlyTheWireRoomKnowsJson() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("io.minewatch.domain.wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml..")
        .check(OURS);
  }

  @Test
  void nothingReadsAClock() {
    HouseRules.noClockOutsideApp(OURS);
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }
}
