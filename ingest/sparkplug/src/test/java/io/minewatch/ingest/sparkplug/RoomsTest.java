package io.minewatch.ingest.sparkplug;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final String ROOT = "io.minewatch.ingest.sparkplug.";
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.ingest.sparkplug");

  @Test
  void pureRoomsKnowOnlyTheJdkTheDomainAndEachOther() {
    HouseRules.pureRoomsStayPure(OURS, ROOT + "message..", ROOT + "names..", ROOT + "node..");
  }

  @Test
  void onlyTheProtoRoomKnowsProtobuf() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "proto..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.protobuf..", "org.eclipse.tahu..")
        .check(OURS);
  }

  @Test
  void nothingOfTahuComesAlongButItsProtobufClasses() {
    ClassLoader loader = RoomsTest.class.getClassLoader();
    String own = RoomsTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    java.net.URL classes =
        java.util.Objects.requireNonNull(
            loader.getResource("io/minewatch/ingest/sparkplug/proto/SparkplugReader.class"));
    java.nio.file.Path root = java.nio.file.Path.of(own).resolveSibling("classes");
    org.assertj.core.api.Assertions.assertThat(classes.getPath()).startsWith(root.toString());
    org.assertj.core.api.Assertions.assertThat(root.resolve("logback.xml")).doesNotExist();
    org.assertj.core.api.Assertions.assertThat(root.resolve("org/eclipse/tahu").toFile().list())
        .containsExactly("protobuf");
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
