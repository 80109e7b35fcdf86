package io.minewatch.servers;

import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  @Test
  void nothingReadsAClock() {
    HouseRules.noClockOutsideApp(HouseRules.classesOf("io.minewatch.servers"));
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }
}
