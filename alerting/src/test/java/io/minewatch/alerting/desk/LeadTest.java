package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.InstanceRows;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadTest {
  private static final Duration PATIENCE = Lead.PATIENCE;

  /** Within which another goes on where one was killed. */
  private static final Duration GOES_ON = Duration.ofSeconds(5);

  /** For the line to the broker, once it leads. */
  private static final Duration LINE = Duration.ofSeconds(2);

  /** Between looks of one that still lives by the patience, in milliseconds. */
  private static final long SELDOM = 1_500;

  @TempDir Path folder;
  private Database database;
  private long nanos;
  private boolean oneConnected = true;
  private boolean twoConnected = true;
  private Lead one;
  private Lead two;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    Store store = Store.of(database);
    one = new Lead(store, new Lead.Self("one", () -> oneConnected), PATIENCE, () -> nanos);
    two = new Lead(store, new Lead.Self("two", () -> twoConnected), PATIENCE, () -> nanos);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void pass(long millis) {
    nanos += Duration.ofMillis(millis).toNanos();
  }

  @Test
  void oneLeadsAndTheOtherWaitsWhileItLives() {
    assertThat(one.round()).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(two.round()).isFalse();
      pass(500);
      assertThat(one.round()).isTrue();
    }
  }

  @Test
  void whoFallsSilentIsFollowedAfterThePatienceAndNotBefore() {
    assertThat(one.round()).isTrue();
    assertThat(two.round()).isFalse();
    for (int half = 1; half < halves(PATIENCE); half++) {
      pass(500);
      assertThat(two.round()).isFalse();
    }
    pass(499);
    assertThat(two.round()).isFalse();
    pass(1);
    assertThat(two.round()).isTrue();
    assertThat(one.round()).as("it comes to, and is told").isFalse();
    assertThat(two.round()).isTrue();
  }

  /** Wherever in its beat it is killed, and wherever in its own the other is. */
  @Test
  void whoIsKilledIsFollowedWithTwoSecondsLeftForTheLine() {
    long beat = Lead.BEAT.toMillis();
    long worst = 0;
    for (long phase = 0; phase < beat; phase += beat / 5) {
      for (long killed = 4 * beat; killed < 5 * beat; killed += beat / 5) {
        long taken = takenAfter(killed, phase);
        worst = Math.max(worst, taken - killed);
        two.close();
        one.close(); // and is started anew
      }
    }
    System.out.println("followed after " + worst + " ms at most");
    assertThat(worst)
        .isGreaterThan(PATIENCE.toMillis())
        .isLessThanOrEqualTo(PATIENCE.toMillis() + 2 * beat)
        .isLessThanOrEqualTo(GOES_ON.minus(LINE).toMillis());
  }

  /** When the second leads, in milliseconds, if the first looks no more from a time on. */
  private long takenAfter(long killed, long phase) {
    long beat = Lead.BEAT.toMillis();
    for (long at = 0; at < killed + GOES_ON.toMillis(); at += beat / 10) {
      if (at % beat == 0 && at < killed) {
        assertThat(one.round()).isTrue();
      }
      if (at % beat == phase && at >= phase && two.round()) {
        assertThat(at).as("not while the first lives").isGreaterThanOrEqualTo(killed);
        return at;
      }
      pass(beat / 10);
    }
    throw new AssertionError("nobody leads");
  }

  @Test
  void whoGoesInOrderIsFollowedAtOnce() {
    assertThat(one.round()).isTrue();
    one.close();
    assertThat(two.round()).isTrue();
  }

  /** Half seconds go by, in which both look; answers after how many the lead has changed. */
  private int halvesUntilTwoLeads(int atMost) {
    for (int half = 0; half < atMost; half++) {
      one.round();
      if (two.round()) {
        assertThat(one.round()).as("one at a time").isFalse();
        return half;
      }
      pass(500);
    }
    return atMost;
  }

  @Test
  void whoIsCutOffGivesTheLeadToOneThatIsConnectedAndDoesNotTakeItBack() {
    assertThat(halvesUntilTwoLeads(4)).isEqualTo(4);
    oneConnected = false;
    assertThat(halvesUntilTwoLeads(100)).isEqualTo(halves(Lead.CUT_OFF));
    oneConnected = true;
    for (int look = 0; look < 40; look++) {
      assertThat(one.round()).isFalse();
      assertThat(two.round()).isTrue();
      pass(SELDOM);
    }
  }

  /** While the database is away nobody is seen to live, and nobody is dead for that. */
  @Test
  void aFailingDatabaseTakesTheLeadFromNobody() {
    twoConnected = false;
    assertThat(halvesUntilTwoLeads(4)).isEqualTo(4);
    for (int outage = 0; outage < 3; outage++) {
      pass(5_000);
      assertThat(two.round()).as("who looks first").isFalse();
      twoConnected = true;
      assertThat(two.round()).isFalse();
      assertThat(one.round()).isTrue();
      twoConnected = false;
      assertThat(halvesUntilTwoLeads(4)).isEqualTo(4);
    }
  }

  @Test
  void aShortCutChangesNothing() {
    assertThat(halvesUntilTwoLeads(4)).isEqualTo(4);
    for (int cut = 0; cut < 5; cut++) {
      oneConnected = false;
      int almost = halves(Lead.CUT_OFF) - 1;
      assertThat(halvesUntilTwoLeads(almost)).isEqualTo(almost);
      oneConnected = true;
      assertThat(halvesUntilTwoLeads(2)).isEqualTo(2);
    }
  }

  @Test
  void whereNobodyIsConnectedTheLeadStays() {
    assertThat(halvesUntilTwoLeads(4)).isEqualTo(4);
    oneConnected = false;
    twoConnected = false;
    assertThat(halvesUntilTwoLeads(100)).isEqualTo(100);
  }

  @Test
  void whoIsAloneKeepsTheLead() {
    assertThat(two.round()).isTrue();
    two.close();
    oneConnected = false;
    for (int look = 0; look < 70; look++) {
      assertThat(one.round()).isTrue();
      pass(SELDOM);
    }
  }

  @Test
  void whatAKilledOneHasLeftIsNobodyToGiveTheLeadTo() {
    assertThat(one.round()).isTrue();
    assertThat(two.round()).isFalse();
    oneConnected = false; // and two is killed: its row says that it was connected
    for (int look = 0; look < 70; look++) {
      assertThat(one.round()).isTrue();
      pass(SELDOM);
    }
    assertThat(Store.of(database).instances().all())
        .as("its row is taken away in time")
        .extracting(InstanceRows.Row::name)
        .containsExactly("one");
  }

  @Test
  void whoHasNoConnectionDoesNotTakeTheLeadFromAKilledOneWhileAnotherHasOne() {
    Lead three =
        new Lead(Store.of(database), new Lead.Self("three", () -> true), PATIENCE, () -> nanos);
    assertThat(one.round()).isTrue();
    twoConnected = false;
    for (int half = 0; half < 4; half++) {
      two.round();
      three.round();
      one.round();
      pass(500);
    }
    for (int half = 0; half < 8; half++) { // one is killed
      assertThat(two.round()).isFalse();
      if (three.round()) {
        return;
      }
      pass(500);
    }
    throw new AssertionError("nobody leads");
  }

  /** The session is another program's, say: who does not lead has a line of its own that is up. */
  @Test
  void aLineOnWhichNobodyCanLeadIsHandedToAndFroEverMoreSeldom() {
    int changes = 0;
    boolean before = false;
    for (int look = 0; look < 720; look++) { // eighteen minutes
      boolean leads = one.round();
      two.round();
      changes += leads == before ? 0 : 1;
      before = leads;
      oneConnected = !leads;
      twoConnected = leads;
      pass(SELDOM);
    }
    assertThat(changes).isBetween(6, 16);
  }

  private static int halves(Duration time) {
    return (int) (time.toMillis() / 500);
  }
}
