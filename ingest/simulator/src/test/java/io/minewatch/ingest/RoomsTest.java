package io.minewatch.ingest;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS =
      HouseRules.classesOf(
          "io.minewatch.ingest.world",
          "io.minewatch.ingest.script",
          "io.minewatch.ingest.crew",
          "io.minewatch.ingest.simulator",
          "io.minewatch.ingest.oracle",
          "io.minewatch.ingest.staged",
          "io.minewatch.ingest.fleet",
          "io.minewatch.ingest.station",
          "io.minewatch.ingest.replay",
          "io.minewatch.ingest.recorded",
          "io.minewatch.ingest.app");

  @Test
  void pureRoomsKnowOnlyTheJdkTheDomainAndEachOther() {
    HouseRules.pureRoomsStayPure(
        OURS,
        "io.minewatch.ingest.world..",
        "io.minewatch.ingest.script..",
        "io.minewatch.ingest.crew..",
        "io.minewatch.ingest.simulator..",
        "io.minewatch.ingest.oracle..",
        "io.minewatch.ingest.staged..",
        "io.minewatch.ingest.fleet..");
  }

  @Test
  void nothingOutsideAppReadsAClock() {
    HouseRules.noClockOutsideApp(OURS);
  }

  @Test
  void nobodyImportsApp() {
    HouseRules.nobodyImportsApp(OURS, "io.minewatch.ingest.app..");
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }
}
