package io.minewatch.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.jobs");

  @Test
  void theJudgingPathKnowsNothingOfTheRecordingPath() {
    never("io.minewatch.jobs.judge..", "io.minewatch.jobs.archive..", "io.minewatch.jobs.series..");
    never("io.minewatch.jobs.judge..", "io.minewatch.series..", "com.influxdb..");
    never("io.minewatch.jobs.archive..", "io.minewatch.jobs.judge..");
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("io.minewatch.jobs.archive..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.minewatch.judge..")
                .and(resideOutsideOfPackage("io.minewatch.judge.feed..")))
        .as("the archive counts what came and judges nothing")
        .check(OURS);
  }

  @Test
  void aShellKnowsItsOwnFamilyOnly() {
    never(
        "io.minewatch.jobs..", "com.influxdb..", "okhttp3..", "io.questdb..", "org.eclipse.paho..");
  }

  private static void never(String room, String... others) {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void nobodyImportsApp() {
    HouseRules.nobodyImportsApp(OURS, "io.minewatch.jobs.app..");
  }

  @Test
  void nothingOutsideAppReadsAClock() {
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
