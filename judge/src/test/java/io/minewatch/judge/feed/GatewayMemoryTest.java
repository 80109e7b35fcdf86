package io.minewatch.judge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.feed.GatewayHealth;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Hole;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.judge.tape.MemoryTape;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayMemoryTest {
  private static final MineCode MINE = new MineCode("140921021337");
  private static final GatewayId ID = new GatewayId("gw-01");
  private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");

  private Gateways gateways = new Gateways();

  private boolean take(String session, long sequence, long at) {
    return take(session, sequence, Lane.LIVE, at);
  }

  private boolean take(String session, long sequence, Lane lane, long at) {
    return gateways.isNew(new Origin("t", ID, session, sequence, lane, at));
  }

  private void status(String session, GatewayStatus.State state, long at) {
    GatewayStatus status = new GatewayStatus(MINE, ID, session, state, NOW, "test");
    gateways.of(ID).onStatus(status, at);
  }

  private Summary.Gateway shown() {
    return gateways.summaries(Summary.MAX_HOLES).get(0);
  }

  private List<Receipt> receipts() {
    return gateways.receipts(MINE, NOW).stream().map(GatewayMemory.Due::receipt).toList();
  }

  private void restore() {
    MemoryTape tape = new MemoryTape();
    gateways.pass(tape);
    gateways = new Gateways();
    gateways.pass(tape.rewind());
    assertThat(tape.size()).isZero();
  }

  @Test
  void liveFirstAndTheBacklogBesideItFillsTheGapOfTheOutage() {
    take("s1", 0, 10);
    take("s1", 100, 5_000);
    for (int back = 1; back < 99; back++) {
      assertThat(take("s1", back, Lane.BACKFILL, 6_000 + back)).isTrue();
      assertThat(take("s1", 100 + back, 6_000 + back)).isTrue();
    }

    assertThat(receipts())
        .containsExactly(new Receipt(MINE, ID, "s1", 198, List.of(new Receipt.Gap(99, 99)), NOW));
    assertThat(shown().missing()).isEqualTo(1);
    assertThat(shown().recovered()).isEqualTo(98);
    assertThat(shown().missingFrom()).isEqualTo(Instant.ofEpochMilli(10));
    assertThat(shown().missingUntil()).isEqualTo(Instant.ofEpochMilli(5_000));
    take("s1", 99, Lane.BACKFILL, 7_000);
    assertThat(receipts().get(0).gaps()).isEmpty();
    assertThat(shown().missingFrom()).isNull();
  }

  @Test
  void eachSessionHasItsOwnNumbersAndItsOwnReceiptAndTheNewestIsShown() {
    take("s1", 0, 1);
    take("s1", 2, 2);
    take("s2", 0, 3);
    assertThat(take("s1", 0, 4)).isFalse();
    assertThat(take("s1", 1, 5)).isTrue();

    assertThat(receipts()).extracting(Receipt::session).containsExactly("s1", "s2");
    assertThat(receipts()).extracting(Receipt::through).containsExactly(2L, 0L);
    assertThat(shown().session()).isEqualTo("s2");
    assertThat(shown().through()).isZero();
    assertThat(shown().duplicates()).isEqualTo(1);
  }

  @Test
  void ofTooManySessionsAWholeOneIsForgottenFirstAndWhatIsMissingOfOthersIsGivenUp() {
    take("holed", 5, 1);
    take("whole", 0, 2);
    take("s3", 0, 3);
    take("s4", 1, 4);
    take("s5", 0, 5);
    assertThat(receipts()).extracting(Receipt::session).containsExactly("holed", "s3", "s4", "s5");
    assertThat(shown().givenUp()).isZero();
    take("s3", 2, 6);
    take("s5", 2, 6);
    take("s6", 0, 7);

    assertThat(receipts()).extracting(Receipt::session).containsExactly("s3", "s4", "s5", "s6");
    assertThat(shown().givenUp()).isEqualTo(5);
    assertThat(shown().givenUpUntil()).isEqualTo(Instant.ofEpochMilli(1));
    assertThat(shown().missing()).isEqualTo(3);
  }

  @Test
  void aSessionThatWasPushedOutByABirthIsCountedAnewAndNotInTheDark() {
    take("s1", 0, 1);
    for (int i = 2; i < 2 + GatewayMemory.MOST_SESSIONS; i++) {
      status("s" + i, GatewayStatus.State.ONLINE, i);
    }
    assertThat(take("s1", 7, 9)).isTrue();

    assertThat(receipts()).extracting(Receipt::session).contains("s1");
    assertThat(shown().session()).isEqualTo("s1");
  }

  @Test
  void aDoubleAndABirthMakeTheReceiptDueAgain() {
    take("s1", 0, 1);
    long before = gateways.receipts(MINE, NOW).get(0).touches();
    take("s1", 0, 2);
    long doubled = gateways.receipts(MINE, NOW).get(0).touches();
    status("s1", GatewayStatus.State.ONLINE, 3);

    assertThat(doubled).isGreaterThan(before);
    assertThat(gateways.receipts(MINE, NOW).get(0).touches()).isGreaterThan(doubled);
  }

  @Test
  void aBirthAnnouncesASessionSoThatItsFirstMessageCannotGoMissingUnseen() {
    status("s1", GatewayStatus.State.ONLINE, 50);
    assertThat(receipts()).extracting(Receipt::through).containsExactly(-1L);
    take("s1", 2, 90);

    assertThat(receipts().get(0).gaps()).containsExactly(new Receipt.Gap(0, 1));
    assertThat(shown().missingFrom()).isEqualTo(Instant.ofEpochMilli(50));
  }

  @Test
  void aLastWillIsShownSinceItCameAndHidesNothing() {
    status("s1", GatewayStatus.State.ONLINE, 50);
    take("s1", 0, 60);
    status("s1", GatewayStatus.State.ONLINE, 70);
    assertThat(shown().presence().state()).isEqualTo(GatewayStatus.State.ONLINE);
    assertThat(shown().presence().since()).isEqualTo(Instant.ofEpochMilli(50));
    status("s1", GatewayStatus.State.CUT, 80);
    status("s1", GatewayStatus.State.CUT, 90);

    assertThat(shown().presence().state()).isEqualTo(GatewayStatus.State.CUT);
    assertThat(shown().presence().since()).isEqualTo(Instant.ofEpochMilli(80));
    assertThat(shown().through()).isZero();
    assertThat(shown().lastReceived()).isEqualTo(Instant.ofEpochMilli(60));
  }

  @Test
  void isTheSameAfterARestore() {
    take("s1", 5, 1);
    take("s1", 2, 2);
    take("s2", 0, 3);
    status("s2", GatewayStatus.State.CUT, 4);
    Summary.Gateway before = shown();
    List<Receipt> told = receipts();
    restore();

    assertThat(shown()).isEqualTo(before);
    assertThat(receipts()).isEqualTo(told);
    assertThat(take("s1", 2, 5)).isFalse();
    assertThat(take("s1", 3, 6)).isTrue();
  }

  @Test
  void whatIsNotNumberedIsAlwaysNewAndHasNoReceipt() {
    assertThat(take("", -1, 1)).isTrue();
    assertThat(take("", -1, 2)).isTrue();

    assertThat(receipts()).isEmpty();
    assertThat(shown().session()).isEmpty();
  }

  @Test
  void oneGatewayTooManyIsNotWatchedAndEverythingOfItIsNew() {
    for (int i = 0; i < GatewayId.MOST_OF_A_MINE; i++) {
      gateways.isNew(new Origin("t", new GatewayId("g" + i), "s", 0, Lane.LIVE, 1));
    }

    assertThat(take("s", 0, 1)).isTrue();
    assertThat(take("s", 0, 1)).isTrue();
    assertThat(gateways.all()).hasSize(GatewayId.MOST_OF_A_MINE);
  }

  @Test
  void whatAGatewayGaveUpIsLostForGoodAndNotAskedForAgain() {
    take("s1", 0, 1_000);
    take("s1", 100, 60_000);
    take("s1", 104, 70_000);
    gaveUp("s1", new GatewayHealth.GivenUp(1, 50, null, null));

    assertThat(receipts().get(0).gaps())
        .containsExactly(new Receipt.Gap(51, 99), new Receipt.Gap(101, 103));
    assertThat(shown().missing()).isEqualTo(52);
    assertThat(shown().givenUp()).isEqualTo(50);
    assertThat(shown().givenUpFrom()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(shown().givenUpUntil()).isEqualTo(Instant.ofEpochMilli(60_000));

    gaveUp("s1", new GatewayHealth.GivenUp(1, 103, null, null)); // says it again, and more
    restore();

    assertThat(receipts().get(0).gaps()).isEmpty();
    assertThat(shown().missing()).isZero();
    assertThat(shown().givenUp()).as("99 between 0 and 100, 3 after it").isEqualTo(102);
    assertThat(shown().givenUpUntil()).isEqualTo(Instant.ofEpochMilli(70_000));
  }

  private void counted(long sequence, long before, long own, long at) {
    Lane lane = Lane.LIVE;
    gateways.isNew(new Origin("t", ID, "s1", sequence, lane, at, new Counted(before, own)));
  }

  @Test
  void ofEachRunThatDidNotComeItIsKnownHowManyReadingsItHoldsAndHowManyCameLater() {
    counted(0, 0, 10, 1_000);
    counted(5, 73, 10, 9_000); // 1 to 4 hold 63
    counted(6, 83, 10, 10_000);
    counted(8, 100, 10, 12_000); // 7 holds 7
    counted(3, 40, 20, 13_000);
    restore();

    Summary.Gateway shown = shown();
    assertThat(shown.readingsMissed()).isEqualTo(70);
    assertThat(shown.readingsCame()).isEqualTo(20);
    Hole first = shown.holes().get(0);
    assertThat(first).isEqualTo(new Hole("s1", 1, 4, at(1_000), at(9_000), 1, 0, 0, 63L, 20L));
    assertThat(first.missing()).isEqualTo(3);
    assertThat(shown.holes().get(1).readings()).isEqualTo(7);

    gaveUp("s1", new GatewayHealth.GivenUp(4, 7, null, null));
    assertThat(shown().holes().get(0).givenUp()).isEqualTo(1);
    assertThat(shown().holes().get(1).missing()).isZero();
    assertThat(shown().givenUp()).isEqualTo(2);
  }

  @Test
  void ofAGatewayThatDoesNotCountTheReadingsOfAGapAreUnknown() {
    take("s1", 0, 1_000);
    take("s1", 5, 9_000);

    assertThat(shown().holes().get(0).readings()).isNull();
    assertThat(shown().holes().get(0).messages()).isEqualTo(4);
    assertThat(shown().readingsMissed()).isZero();
  }

  /** A job that lost its memory: what the gateway has forgotten was covered by receipts before. */
  @Test
  void whatCameBeforeOurMemoryBeganIsNotMissing() {
    counted(5_000, 50_000, 10, 1_000);
    counted(5_003, 50_030, 10, 2_000);
    assertThat(shown().missing()).isEqualTo(5_002);

    holdsFrom(4_990L);

    assertThat(shown().missing()).as("ten before, two between").isEqualTo(12);
    assertThat(shown().givenUp()).isZero();
    assertThat(shown().holes().get(0).before()).isEqualTo(4_990);
    assertThat(shown().holes().get(0).missing()).isEqualTo(10);
    assertThat(shown().holes().get(0).readings()).as("part of them came before").isNull();
    assertThat(shown().readingsMissed()).as("of the two between").isEqualTo(20);
    assertThat(receipts().get(0).gaps())
        .containsExactly(new Receipt.Gap(4_990, 4_999), new Receipt.Gap(5_001, 5_002));

    holdsFrom(5_010L); // and of what lies above nobody can send it again
    assertThat(shown().missing()).isZero();
    assertThat(shown().givenUp()).isEqualTo(2);
    assertThat(shown().readingsMissed()).isEqualTo(20);
  }

  @Test
  void leadsOnlyWhatComesInItsTurnLiveAndOfTheRunningSession() {
    take("s1", 0, 10);
    assertThat(gateways.of(ID).leads()).isTrue();
    take("s1", 3, 20);
    assertThat(gateways.of(ID).leads()).as("after a hole").isTrue();
    take("s1", 1, 30);
    assertThat(gateways.of(ID).leads()).as("fills it").isFalse();
    take("s1", 4, Lane.BACKFILL, 40);
    assertThat(gateways.of(ID).leads()).as("late").isFalse();
    take("s2", 0, 50);
    take("s1", 5, 60);
    assertThat(gateways.of(ID).leads()).as("of the session before").isFalse();
    take("", -1, 70);
    assertThat(gateways.of(ID).leads()).as("not numbered").isFalse();
  }

  @Test
  void soManyRunsAreToldAsAreAskedForAndTheNewestOfThem() {
    take("s1", 0, 10);
    take("s1", 2, 20);
    take("s1", 4, 30);

    assertThat(gateways.summaries(0).get(0).holes()).isEmpty();
    assertThat(gateways.summaries(1).get(0).holes()).extracting(Hole::from).containsExactly(3L);
    assertThat(gateways.summaries(9).get(0).holes()).extracting(Hole::from).containsExactly(1L, 3L);
  }

  @Test
  void notMoreRunsAreKeptThanTheBoundAndThoseThatAreWholeGoFirst() {
    long number = 0;
    for (int i = 0; i <= Holes.MOST; i++) {
      take("s1", number, i);
      number += 2;
    }
    take("s1", 3, 100); // the second run is whole
    take("s1", number + 2, 200);

    assertThat(shown().holes()).hasSize(Holes.MOST);
    assertThat(shown().holes()).extracting(Hole::from).contains(1L).doesNotContain(3L);
    assertThat(shown().missing()).isEqualTo(Holes.MOST - 1 + 3);
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  private void holdsFrom(long lowest) {
    tell("s1", new GatewayHealth(0, 0, 1, null, 5_010, 0, 0, 0, 0, List.of(), 0, 0, 0, lowest));
  }

  private void tell(String session, GatewayHealth health) {
    GatewayStatus.State online = GatewayStatus.State.ONLINE;
    gateways
        .of(ID)
        .onStatus(new GatewayStatus(MINE, ID, session, online, NOW, "test", health), 80_000);
  }

  private void gaveUp(String session, GatewayHealth.GivenUp run) {
    GatewayHealth health =
        new GatewayHealth(0, 0, 1, null, 105, 0, 0, 0, 102, List.of(run), 0, 0, 0);
    tell(session, health);
  }
}
