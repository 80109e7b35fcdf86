package io.minewatch.bench;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.bench");
  private static final String[] PURE = {
    "io.minewatch.bench.script..",
    "io.minewatch.bench.workload..",
    "io.minewatch.bench.oracle..",
    "io.minewatch.bench.limit.."
  };

  @Test
  void pureRoomsKnowOnlyTheJdkAndEachOther() {
    HouseRules.pureRoomsStayPure(OURS, PURE);
  }

  @Test
  void whatTheProductIsComparedWithSharesNothingWithIt() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(
            "io.minewatch.bench.script..",
            "io.minewatch.bench.workload..",
            "io.minewatch.bench.oracle..",
            "io.minewatch.bench.limit..",
            "io.minewatch.bench.textbook..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.minewatch.judge..", "io.minewatch.jobs..")
        .check(OURS);
  }

  @Test
  void onlyTheConsolesRoomKnowsABrowser() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackages("io.minewatch.bench.console..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.microsoft.playwright..")
        .check(OURS);
  }

  @Test
  void nothingReadsAClock() {
    HouseRules.noClockOutsideApp(OURS);
  }

  @Test
  void nobodyImportsTheProgram() {
    HouseRules.nobodyImportsApp(OURS, "io.minewatch.bench.app..");
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }
}
