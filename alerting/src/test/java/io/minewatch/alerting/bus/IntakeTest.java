package io.minewatch.alerting.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.ParkedRows;
import io.minewatch.alerting.journal.ParkedRows.Parked;
import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/** Findings on their way to a desk that fails as the test says; everything else is real. */
class IntakeTest {
  private static final String A = Samples.MINE;
  private static final String B = "150921021337";
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir private Path folder;
  private final Troubles troubles = new Troubles();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final FindingsTaken receipts = new FindingsTaken();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Map<String, RuntimeException> failing = new ConcurrentHashMap<>();
  private final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private Database database;
  private Store store;
  private Intake intake;
  private Lanes<Intake.Pending> lanes;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("journal.db"), "", "");
    store = Store.of(database);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    intake = new Intake(this::desk, receipts, store, troubles, meters, clock, Duration.ofMillis(1));
    lanes = new Lanes<>("test-lanes", intake::work);
  }

  @AfterEach
  void close() {
    lanes.close();
    database.close();
  }

  private void desk(Finding finding) {
    String name = finding.mine().value() + " " + finding.id().value().charAt(0);
    tries.merge(name, 1, Integer::sum);
    RuntimeException failure = failing.get(name);
    if (failure != null) {
      throw failure;
    }
    taken.add(name);
  }

  @Test
  void parksAPoisonedFindingAndGoesOnWithTheNextOfTheSameMine() throws Exception {
    failing.put(A + " 1", new IllegalStateException("a fold that cannot be"));
    finding(A, '1');
    finding(A, '2');

    await().untilAsserted(() -> assertThat(acknowledged).containsExactly(A + " 1", A + " 2"));
    assertThat(taken).containsExactly(A + " 2");
    assertThat(tries).containsEntry(A + " 1", Intake.TRIES);
    Parked parked = store.parked().waiting(10).get(0);
    assertThat(parked.reason()).contains("a fold that cannot be");
    assertThat(parked.times()).isEqualTo(Intake.TRIES);
    assertThat(parked.topic()).isEqualTo("mw/v1/" + A + "/findings");
    assertThat(parked.payload()).isEqualTo(body(A, '1'));
    assertThat(parked.firstFailed()).isEqualTo(NOW);
    assertThat(troubles.all()).containsExactly(new Troubles.Trouble(Troubles.Kind.PARKED, NOW, 1));
    assertThat(meters.counter("minewatch.alerting.parked").count()).isEqualTo(1);
    assertThat(meters.get("minewatch.alerting.parked.waiting").gauge().value()).isEqualTo(1);
  }

  @Test
  void whileTheDatabaseFailsNothingIsParkedOrAcknowledgedAndNoOtherMineWaits() throws Exception {
    failing.put(A + " 1", new DataAccessResourceFailureException("disk full"));
    finding(A, '1');
    finding(A, '2');
    finding(B, '3');

    await().untilAsserted(() -> assertThat(acknowledged).containsExactly(B + " 3"));
    await().untilAsserted(() -> assertThat(tries.get(A + " 1")).isGreaterThan(Intake.TRIES + 2));
    assertThat(store.parked().waiting()).isZero();
    assertThat(tries).doesNotContainKey(A + " 2");
    assertThat(troubles.all()).extracting(Troubles.Trouble::kind).contains(Troubles.Kind.DATABASE);

    failing.clear();
    await()
        .untilAsserted(
            () -> assertThat(acknowledged).containsExactly(B + " 3", A + " 1", A + " 2"));
    assertThat(taken).containsExactly(B + " 3", A + " 1", A + " 2");
    assertThat(troubles.all()).isEmpty();
  }

  @Test
  void parksWhatCannotBeReadAndWhatNamesAnotherMineAtOnce() throws Exception {
    message(A, "unreadable", "{\"no\":".getBytes(StandardCharsets.UTF_8));
    message(A, "foreign", body(B, '1'));
    finding(A, '2');

    await().untilAsserted(() -> assertThat(acknowledged).hasSize(3));
    assertThat(taken).containsExactly(A + " 2");
    assertThat(store.parked().waiting(10)).extracting(Parked::times).containsOnly(1);
    assertThat(store.parked().waiting(10))
        .extracting(Parked::reason)
        .anySatisfy(reason -> assertThat(reason).startsWith("WRONG_TOPIC"));
  }

  @Test
  void theSameMessageComingAgainIsOneRowThatCountsOn() throws Exception {
    failing.put(A + " 1", new IllegalStateException("still"));
    finding(A, '1');
    finding(A, '1');
    await().untilAsserted(() -> assertThat(acknowledged).hasSize(2));
    assertThat(store.parked().waiting(10)).hasSize(1);
    assertThat(store.parked().waiting(10).get(0).times()).isEqualTo(2 * Intake.TRIES);
  }

  @Test
  void aParkedMessageIsWorkedAfterAllWhenItsFaultIsGone() throws Exception {
    failing.put(A + " 1", new IllegalStateException("still"));
    finding(A, '1');
    await().untilAsserted(() -> assertThat(acknowledged).hasSize(1));
    Parked parked = store.parked().waiting(10).get(0);

    assertThat(intake.retry(parked, "ann")).contains("still");
    assertThat(store.parked().waiting(10).get(0).times()).isEqualTo(Intake.TRIES + 1);
    failing.clear();
    assertThat(intake.retry(parked, "ann")).isNull();
    assertThat(taken).containsExactly(A + " 1");
    assertThat(store.parked().waiting(10)).isEmpty();
    assertThat(store.parked().find(parked.id()).settledBy()).isEqualTo("ann");
    assertThat(troubles.all()).isEmpty();
  }

  @Test
  void theJudgeIsToldWhatIsCommittedOrParkedAndNothingElse() throws Exception {
    failing.put(A + " 1", new DataAccessResourceFailureException("disk full"));
    finding(A, '1');
    finding(B, '2');
    message(B, "unreadable", "{\"no\":".getBytes(StandardCharsets.UTF_8));
    await().untilAsserted(() -> assertThat(acknowledged).containsExactly(B + " 2", "unreadable"));

    List<FindingsReceipt> told = new ArrayList<>();
    receipts.tell(message -> told.add(receipt(message)));
    assertThat(told)
        .containsExactly(
            new FindingsReceipt(
                new MineCode(B),
                List.of(
                    FindingsReceipt.keyOf(body(B, '2')),
                    FindingsReceipt.keyOf("{\"no\":".getBytes(StandardCharsets.UTF_8)))));
    receipts.tell(
        message -> {
          throw new AssertionError("told twice");
        });
  }

  @Test
  void whatFindsNoRoomAmongTheParkedIsNotAnsweredSoThatTheJudgeSendsItAgain() throws Exception {
    database.write(
        () -> {
          for (int i = 0; i < ParkedRows.MOST; i++) {
            byte[] other = ("row " + i).getBytes(StandardCharsets.UTF_8);
            store.parked().park("mw/v1/" + A + "/findings", other, "full", 1, NOW);
          }
          return true;
        });
    failing.put(A + " 1", new IllegalStateException("a fold that cannot be"));
    finding(A, '1');

    await().untilAsserted(() -> assertThat(acknowledged).containsExactly(A + " 1"));
    receipts.tell(
        message -> {
          throw new AssertionError("it is not kept, and was answered");
        });
  }

  private static FindingsReceipt receipt(Outgoing message) {
    assertThat(message.topic()).isEqualTo("mw/v1/" + B + "/findings/receipt");
    try {
      return Messages.read(message.payload(), FindingsReceipt.class);
    } catch (WireException e) {
      throw new AssertionError(e);
    }
  }

  private void finding(String mine, char id) throws Exception {
    message(mine, mine + " " + id, body(mine, id));
  }

  private void message(String mine, String name, byte[] payload) {
    Envelope envelope =
        new Envelope(
            "mw/v1/" + mine + "/findings",
            payload,
            ContentTypes.JSON,
            "",
            Envelope.NO_SEQUENCE,
            Lane.LIVE,
            NOW.toEpochMilli());
    lanes.add(mine, new Intake.Pending(envelope, () -> acknowledged.add(name)));
  }

  /** The sample of an opened finding, of this mine and with an id that begins so. */
  private static byte[] body(String mine, char id) throws Exception {
    String text = new String(Samples.bytes("finding-opened.json"), StandardCharsets.UTF_8);
    return text.replace(Samples.MINE, mine)
        .replaceFirst("\"id\": \"[0-9a-f]", "\"id\": \"" + id)
        .getBytes(StandardCharsets.UTF_8);
  }
}
