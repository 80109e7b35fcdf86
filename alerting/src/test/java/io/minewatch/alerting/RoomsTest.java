package io.minewatch.alerting;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.minewatch.alerting.api.AccountController;
import io.minewatch.alerting.api.SessionController;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.house.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses OURS = HouseRules.classesOf("io.minewatch.alerting");

  @Test
  void theChainKnowsOnlyTheJdkAndTheDomain() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.chain..");
  }

  @Test
  void rosterAndCallingKnowOnlyTheJdkAndTheDomain() {
    HouseRules.pureRoomsStayPure(
        OURS, "io.minewatch.alerting.roster..", "io.minewatch.alerting.calling..");
  }

  @Test
  void groupingKnowsOnlyTheChainAndTheDomain() {
    HouseRules.pureRoomsStayPure(
        OURS, "io.minewatch.alerting.chain..", "io.minewatch.alerting.group..");
  }

  @Test
  void theAlarmLoadKnowsOnlyTheJdkAndTheDomain() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.load..");
  }

  @Test
  void dangerAndCountersKnowOnlyTheChainAndTheDomain() {
    HouseRules.pureRoomsStayPure(
        OURS,
        "io.minewatch.alerting.chain..",
        "io.minewatch.alerting.count..",
        "io.minewatch.alerting.danger..");
  }

  @Test
  void accidentsKnowOnlyTheJdkAndTheDomain() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.accident..");
  }

  @Test
  void overviewAndAttendanceKnowOnlyTheJdkAndTheDomain() {
    HouseRules.pureRoomsStayPure(
        OURS, "io.minewatch.alerting.attendance..", "io.minewatch.alerting.overview..");
  }

  @Test
  void fourLinesAndCluesKnowOnlyTheJdkAndTheDomain() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.clue..");
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.fourline..");
    HouseRules.pureRoomsStayPure(
        OURS,
        "io.minewatch.alerting.clue..",
        "io.minewatch.alerting.fourline..",
        "io.minewatch.alerting.suspect..");
  }

  @Test
  void theSealKnowsOnlyTheJdk() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.seal..");
  }

  @Test
  void reconciliationKnowsOnlyTheJdk() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.reconcile..");
  }

  @Test
  void shiftsKnowOnlyTheJdk() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.shift..");
  }

  @Test
  void theWatchdogKnowsOnlyTheJdk() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.watchdog..");
  }

  @Test
  void theLedgerKnowsOnlyTheJdk() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.ledger..");
  }

  @Test
  void theDocumentKnowsOnlyTheJdkAndTheDomain() {
    HouseRules.pureRoomsStayPure(OURS, "io.minewatch.alerting.document..");
  }

  /** Whatever a channel is told, by a roster, a template or an answer, it starts no program. */
  @Test
  void nothingHereRunsACommand() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(ProcessBuilder.class.getName())
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "run a command",
                call ->
                    call.getTargetOwner().isEquivalentTo(Runtime.class)
                        && call.getTarget().getName().equals("exec")))
        .check(OURS);
  }

  /**
   * Who may do what is decided in one room: no other looks at the role of an account, but where it
   * is kept, made, edited, written down, and told to whom it belongs.
   */
  @Test
  void nobodyOutsideAccessAsksForTheRole() {
    DescribedPredicate<JavaClass> keepers =
        JavaClass.Predicates.belongToAnyOf(
                AccountRows.class, AccountController.class, SessionController.class, Register.class)
            .or(HasName.Predicates.nameStartingWith("io.minewatch.alerting.app.FirstAccounts"));
    ArchRuleDefinition.noClasses()
        .that(
            DescribedPredicate.not(
                keepers.or(JavaClass.Predicates.resideInAPackage("..alerting.access.."))))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "is the role of an account",
                access ->
                    access.getTargetOwner().isEquivalentTo(AccountRows.Role.class)
                        || (access.getTargetOwner().isEquivalentTo(AccountRows.Account.class)
                            && access.getTarget().getName().equals("role"))))
        .check(OURS);
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
