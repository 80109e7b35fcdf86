package io.minewatch.ingest.files;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final String ROOT = "io.minewatch.ingest.files.";
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.ingest.files");

  @Test
  void whatDecidesKnowsNeitherFilesNorJson() {
    HouseRules.pureRoomsStayPure(
        OURS,
        ROOT + "layout..",
        ROOT + "table..",
        ROOT + "words..",
        ROOT + "define..",
        ROOT + "found..",
        ROOT + "rows..",
        ROOT + "memory..",
        ROOT + "registry..",
        ROOT + "write..");
  }

  @Test
  void theModuleKnowsNoFlinkAndNoMqtt() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.flink..", "org.eclipse.paho..", "org.springframework..")
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
