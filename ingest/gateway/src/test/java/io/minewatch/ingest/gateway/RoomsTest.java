package io.minewatch.ingest.gateway;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.ingest.gateway");

  @Test
  void pureRoomsKnowOnlyTheJdkTheDomainAndEachOther() {
    HouseRules.pureRoomsStayPure(
        OURS, "io.minewatch.ingest.gateway.span..", "io.minewatch.ingest.gateway.forward..");
  }

  @Test
  void theGatewayKnowsNoFlinkAndNoSpring() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.flink..", "org.springframework..")
        .check(OURS);
  }

  @Test
  void onlyTheDiskKnowsSql() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("io.minewatch.ingest.gateway.disk..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..")
        .check(OURS);
  }

  @Test
  void nothingOutsideAppReadsAClock() {
    HouseRules.noClockOutsideApp(OURS);
  }

  @Test
  void nobodyImportsApp() {
    HouseRules.nobodyImportsApp(OURS, "io.minewatch.ingest.gateway.app..");
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }
}
