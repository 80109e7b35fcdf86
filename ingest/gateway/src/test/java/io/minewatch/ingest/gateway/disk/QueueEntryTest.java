package io.minewatch.ingest.gateway.disk;

import static io.minewatch.ingest.gateway.disk.Samples.SITE;
import static io.minewatch.ingest.gateway.disk.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.ingest.gateway.forward.Tally;
import io.minewatch.ingest.gateway.kept.Progress;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.span.Spans;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueEntryTest extends Queues {
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
}
