package io.minewatch.alerting;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.alerting");

  @Test
  void theChainKnowsOnlyTheJdkAndTheDomain() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.chain..");
  }

  @Test
  void theLedgerKnowsOnlyTheJdk() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.ledger..");
  }

  @Test
  void theDocumentKnowsOnlyTheJdkAndTheDomain() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.document..");
  }

  @Test
  void nothingReadsAClockOutsideApp() {
    HouseRules.noClockOutsideApp(OURS);
  }

  @Test
  void nobodyImportsApp() {
    HouseRules.nobodyImportsApp(OURS, "io.minewatch.alerting.app..");
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }
}
