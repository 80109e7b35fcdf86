package io.minewatch.series;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.series");

  @Test
  void theStoreRoomIsPure() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.series.store..", "io.minewatch.series.note..");
  }

  @Test
  void onlyTheInfluxRoomKnowsTheInfluxClient() {
    onlyIn("io.minewatch.series.influx..", "com.influxdb..", "okhttp3..");
  }

  @Test
  void onlyTheQuestDbRoomKnowsQuestDb() {
    onlyIn("io.minewatch.series.questdb..", "io.questdb..");
  }

  private static void onlyIn(String room, String... outside) {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(outside)
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
