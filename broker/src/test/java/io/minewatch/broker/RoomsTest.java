package io.minewatch.broker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.minewatch.domain.wire.Topic;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.broker");
  private static final String ACCESS = "io.minewatch.broker.access..";

  /** Topics are spelled in one place, which this pure room may therefore know. */
  @Test
  void accessKnowsOnlyTheJdkTheWordsAndTheTopics() {
    classes()
        .that()
        .resideInAPackage(ACCESS)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    ACCESS,
                    "java.lang..",
                    "java.util",
                    "org.jspecify..",
                    "io.minewatch.domain.reading..")
                .or(belongToAnyOf(Topic.class))
                .or(type(Topic.Kind[].class)))
        .check(OURS);
  }

  @Test
  void onlyTheHiveRoomKnowsHiveMq() {
    noClasses()
        .that(resideOutsideOfPackage("io.minewatch.broker.hive.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.hivemq..")
        .check(OURS);
  }

  @Test
  void nothingReadsAClockOutsideApp() {
    HouseRules.noClockOutsideApp(OURS);
  }

  @Test
  void nobodyImportsApp() {
    HouseRules.nobodyImportsApp(OURS, "io.minewatch.broker.app..");
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }
}
