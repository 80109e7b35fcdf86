package io.minewatch.judge;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.judge");

  @Test
  void allRoomsArePure() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.judge..");
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
