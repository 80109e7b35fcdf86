package io.minewatch.ingest.gateway.disk;

import static io.minewatch.ingest.gateway.disk.Samples.SITE;
import static io.minewatch.ingest.gateway.disk.Samples.START;
import static io.minewatch.ingest.gateway.disk.Samples.entry;
import static io.minewatch.ingest.gateway.disk.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.feed.GatewayHealth.GivenUp;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.ingest.gateway.forward.Tally;
import io.minewatch.ingest.gateway.kept.Counts;
import io.minewatch.ingest.gateway.kept.FileMark;
import io.minewatch.ingest.gateway.kept.Progress;
import io.minewatch.ingest.gateway.kept.Session;
import io.minewatch.ingest.gateway.kept.Young;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.span.Spans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskQueueTest {
  private static final Spans NONE = new Spans();

  @TempDir Path folder;

  private DiskQueue open(long limit) throws IOException {
    return DiskQueue.open(folder, limit, SITE, "s-new");
  }

  private static void fill(DiskQueue queue, int from, int count) throws IOException {
    for (int i = from; i < from + count; i++) {
      queue.append(List.of(entry("message-" + i % 10, START.plusSeconds(i))), List.of(), NONE);
    }
  }

  @Test
  void goesOnWithItsSessionAndItsSequenceAfterARestart() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      assertThat(queue.sessionId()).isEqualTo("s-new");
      assertThat(queue.next()).isZero();
      queue.append(List.of(entry("a", START), entry("b", START)), List.of(), NONE);
      queue.forget(Spans.of(0, 1), new Progress(NONE, new Tally(2, 0, 0)));
    }
    try (DiskQueue queue = DiskQueue.open(folder, 1_000, SITE, "s-other")) {
      assertThat(queue.sessionId()).isEqualTo("s-new");
      assertThat(queue.next()).isEqualTo(2);
      assertThat(queue.held().isEmpty()).isTrue();
      assertThat(queue.notes().progress().tally()).isEqualTo(new Tally(2, 0, 0));
    }
  }

  @Test
  void readsBackWhatWasWrittenAndForgetsWhatItIsTold() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      fill(queue, 0, 5);
      assertThat(text(queue.read(3))).isEqualTo("message-3");
      assertThat(queue.read(3).since()).isEqualTo(START.plusSeconds(3));
      queue.forget(Spans.parse("0,2-3"), new Progress(NONE, Tally.ZERO));
      assertThat(queue.held()).hasToString("1,4");
      assertThat(queue.read(3)).isNull();
      Session session = queue.session();
      assertThat(session.messages()).isEqualTo(2);
      assertThat(session.bytes()).isEqualTo(18);
      assertThat(session.oldest()).isEqualTo(START.plusSeconds(1));
      assertThat(session.givenUp()).isZero();
      assertThat(queue.youngerThan(START.plusSeconds(2)))
          .containsExactly(new Young(4, START.plusSeconds(4)));
    }
  }

  /** What is late stands at the end of its file's messages and counts as old. */
  @Test
  void anOldMessageBetweenHidesNoYoungOne() throws Exception {
    Instant old = START.minusSeconds(31);
    try (DiskQueue queue = open(1_000)) {
      queue.append(List.of(entry("a", START), entry("late", old)), List.of(), NONE);
      queue.append(List.of(entry("b", START), entry("late", old)), List.of(), NONE);
      assertThat(queue.youngerThan(START))
          .containsExactly(new Young(2, START), new Young(0, START));
    }
  }

  @Test
  void countsWhatItsMessagesHoldOverARestartAndAnewInANewSession() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      fill(queue, 0, 5);
      queue.forget(Spans.parse("0-2"), new Progress(NONE, Tally.ZERO));
      assertThat(queue.session().lowest()).isEqualTo(3);
    }
    try (DiskQueue queue = open(1_000)) {
      fill(queue, 5, 1);
      assertThat(queue.read(3).counted()).isEqualTo(new Counted(3, 1));
      assertThat(queue.read(5).counted()).isEqualTo(new Counted(5, 1));
      queue.beginSession("s-next");
      assertThat(queue.read(2).counted()).isEqualTo(new Counted(2, 1));
      queue.append(List.of(entry("more", START)), List.of(), NONE);
      assertThat(queue.read(3).counted()).isEqualTo(new Counted(3, 1));
      queue.forget(Spans.parse("0-3"), new Progress(NONE, Tally.ZERO));
      assertThat(queue.session().lowest()).as("nothing is held").isEqualTo(4);
    }
  }

  @Test
  void givesUpTheOldestWhenItIsFullAndSaysWhich() throws Exception {
    try (DiskQueue queue = open(90)) {
      fill(queue, 0, 10);
      Spans lost = queue.append(List.of(entry("12345678901234", START)), List.of(), NONE);
      assertThat(lost).hasToString("0-1");
      assertThat(queue.session().bytes()).isEqualTo(8 * 9 + 14);
      fill(queue, 11, 3);
    }
    try (DiskQueue queue = open(90)) {
      assertThat(queue.held()).hasToString("5-13");
      assertThat(queue.session().givenUp()).isEqualTo(5);
      assertThat(queue.session().ranges())
          .containsExactly(new GivenUp(0, 4, START, START.plusSeconds(4)));
    }
  }

  @Test
  void givesUpFirstWhatTheBrokerHasHad() throws Exception {
    try (DiskQueue queue = open(90)) {
      fill(queue, 0, 10);
      Spans lost =
          queue.append(List.of(entry("1234567890123456789", START)), List.of(), Spans.parse("4,8"));
      assertThat(lost).hasToString("0,4,8");
      assertThat(queue.session().ranges()).extracting(GivenUp::from).containsExactly(0L, 4L, 8L);
    }
  }

  @Test
  void writesAllOfABatchOrNothing() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      FileMark mark = new FileMark("/drop/a.csv", "1");
      queue.append(List.of(entry("a", START), entry("b", START)), List.of(mark), NONE);
      assertThat(queue.notes().hasTaken(mark)).isTrue();
      assertThat(queue.notes().hasTaken(new FileMark("/drop/a.csv", "2"))).isFalse();
      queue.notes().movedAway(mark.path());
      assertThat(queue.notes().hasTaken(mark)).isFalse();
      queue.notes().keep(new Counts(3, 4));
    }
    try (DiskQueue queue = open(1_000)) {
      assertThat(queue.notes().counts()).isEqualTo(new Counts(3, 4));
    }
  }

  @Test
  void aMessageThatIsNotWhatWasWrittenIsGivenUpAndTold() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      fill(queue, 0, 3);
    }
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = raw.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "UPDATE body SET payload = 'other' WHERE id ="
                      + " (SELECT id FROM message WHERE seq = 1)"))
          .isEqualTo(1);
    }
    try (DiskQueue queue = open(1_000)) {
      assertThat(queue.read(1)).isNull();
      assertThat(queue.held()).hasToString("0,2");
      assertThat(queue.session().ranges())
          .containsExactly(new GivenUp(1, 1, START.plusSeconds(1), START.plusSeconds(1)));
      assertThat(text(queue.read(2))).isEqualTo("message-2");
    }
  }

  @Test
  void aDamagedFileIsSetAsideAndANewSessionBegins() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      fill(queue, 0, 3);
    }
    Files.writeString(folder.resolve("queue.db"), "this was a database");
    try (DiskQueue queue = DiskQueue.open(folder, 1_000, SITE, "s-after")) {
      assertThat(queue.sessionId()).isEqualTo("s-after");
      assertThat(queue.next()).isZero();
      assertThat(folder.resolve("damaged/queue.db")).hasContent("this was a database");
    }
  }

  @Test
  void aPageDamagedBeforeACrashIsFoundAtTheNextStart() throws Exception {
    DiskQueue crashed = open(1_000_000);
    for (int i = 0; i < 200; i++) {
      crashed.append(List.of(entry("x".repeat(500), START)), List.of(), NONE);
    }
    crashed.abandon();
    Path file = folder.resolve("queue.db");
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes.length).isGreaterThan(40_000);
    for (int i = 4096; i < bytes.length; i += 4096) {
      bytes[i] ^= 0x55;
      bytes[i + 1] ^= 0x55;
    }
    Files.write(file, bytes);
    try (DiskQueue queue = DiskQueue.open(folder, 1_000_000, SITE, "s-after")) {
      assertThat(queue.sessionId()).isEqualTo("s-after");
    }
  }

  @Test
  void nobodyElseCanEnterItsFolder() throws Exception {
    open(1_000).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void refusesTheQueueOfAnotherGatewayAndASecondProcess() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      assertThat(queue.next()).isZero();
      assertThatThrownBy(() -> open(1_000)).hasMessageContaining("another gateway uses the queue");
    }
    Site other = new Site(SITE.mine(), new GatewayId("gw-02"));
    assertThatThrownBy(() -> DiskQueue.open(folder, 1_000, other, "s"))
        .hasMessageContaining("belongs to 140921021337/gw-01, not to 140921021337/gw-02");
    open(1_000).close();
  }

  @Test
  void aNewSessionNumbersWhatIsThereFromZeroWithoutAGap() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      fill(queue, 0, 6);
      queue.forget(Spans.parse("0,3"), new Progress(Spans.of(1, 1), new Tally(9, 9, 9)));
      queue.beginSession("s-second");
      assertThat(queue.held()).hasToString("0-3");
      assertThat(IntStream.range(0, 4).mapToObj(i -> DiskQueueTest.read(queue, i)))
          .containsExactly("message-1", "message-2", "message-4", "message-5");
      fill(queue, 6, 1);
    }
    try (DiskQueue queue = open(1_000)) {
      assertThat(queue.sessionId()).isEqualTo("s-second");
      assertThat(queue.next()).isEqualTo(5);
      assertThat(queue.notes().progress()).isEqualTo(new Progress(NONE, Tally.ZERO));
    }
  }

  private static String read(DiskQueue queue, long sequence) {
    try {
      return text(queue.read(sequence));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A kill between the columns left the first of them, before both were one transaction. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aQueueOfVersionOneIsBroughtOnWhateverOfItWasBroughtOnBefore(int columns) throws Exception {
    try (DiskQueue queue = open(1_000)) {
      fill(queue, 0, 3);
    }
    makeVersionOne(columns);
    try (DiskQueue queue = open(1_000)) {
      assertThat(queue.held()).hasToString("0-2");
      assertThat(text(queue.read(1))).isEqualTo("message-1");
      fill(queue, 3, 1);
      assertThat(text(queue.read(3))).isEqualTo("message-3");
    }
    try (DiskQueue queue = open(1_000)) {
      assertThat(queue.held()).hasToString("0-3");
      assertThat(queue.read(3).counted()).as("the session was not counted at first").isNull();
      queue.beginSession("s-2");
      fill(queue, 4, 1);
      assertThat(queue.read(4).counted()).isNotNull();
    }
  }

  private void makeVersionOne(int columns) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = file.createStatement()) {
      statement.execute("ALTER TABLE message DROP COLUMN readings_before");
      if (columns == 0) {
        statement.execute("ALTER TABLE message DROP COLUMN readings");
      }
      statement.execute("DELETE FROM state WHERE name = 'readings'");
      statement.execute("PRAGMA user_version = 1");
    }
  }
}
