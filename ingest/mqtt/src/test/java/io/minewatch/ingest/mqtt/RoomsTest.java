package io.minewatch.ingest.mqtt;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.ingest.mqtt");

  @Test
  void onlyTheConnectionAndItsWordsKnowHowPahoIsUsed() {
    ArchRuleDefinition.noClasses()
        .that()
        .haveNameNotMatching(".*\\.(Connection|PahoOptions|PahoMessages|Supervisor|Outbox)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.paho..")
        .check(OURS);
  }

  @Test
  void theClientKnowsNoFlink() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.flink..", "org.springframework..")
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
