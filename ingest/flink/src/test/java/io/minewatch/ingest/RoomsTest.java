package io.minewatch.ingest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS =
      HouseRules.classesOf(
          "io.minewatch.ingest.record", "io.minewatch.ingest.source", "io.minewatch.ingest.sink");

  @Test
  void theSourceAndTheSinkDoNotKnowEachOther() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("io.minewatch.ingest.source..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.minewatch.ingest.sink..")
        .check(OURS);
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("io.minewatch.ingest.sink..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.minewatch.ingest.source..")
        .check(OURS);
  }

  @Test
  void theBrokerIsReachedThroughTheLinkAlone() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.paho..")
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
