package io.minewatch.ingest.gateway.disk;

import static io.minewatch.ingest.gateway.disk.Samples.SITE;
import static io.minewatch.ingest.gateway.disk.Samples.START;
import static io.minewatch.ingest.gateway.disk.Samples.entry;
import static io.minewatch.ingest.gateway.disk.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.feed.GatewayHealth.GivenUp;
import io.minewatch.ingest.gateway.forward.Tally;
import io.minewatch.ingest.gateway.kept.Counts;
import io.minewatch.ingest.gateway.kept.FileMark;
import io.minewatch.ingest.gateway.kept.Progress;
import io.minewatch.ingest.gateway.kept.Session;
import io.minewatch.ingest.gateway.kept.Young;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskQueueTest extends Queues {
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
}
