package io.minewatch.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.FindingsReceipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class UnansweredTest {
  private static final long NOW = 1_767_225_600_000L;
  private static final long FIRST_AGAIN = Unanswered.FIRST_AGAIN;

  private final Unanswered unanswered = new Unanswered();

  private static byte[] finding(int number) {
    return ("finding " + number).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> keys(int... numbers) {
    List<String> keys = new ArrayList<>();
    for (int number : numbers) {
      keys.add(FindingsReceipt.keyOf(finding(number)));
    }
    return keys;
  }

  private static List<String> texts(List<byte[]> payloads) {
    return payloads.stream().map(p -> new String(p, StandardCharsets.UTF_8)).toList();
  }

  private List<String> due(long at) {
    return texts(unanswered.due(at, () -> true));
  }

  @Test
  void whatIsAnsweredIsNotSentAgain() {
    unanswered.sent(finding(1), NOW);
    unanswered.sent(finding(2), NOW);
    unanswered.taken(keys(1, 7), NOW);

    assertThat(due(NOW + FIRST_AGAIN)).containsExactly("finding 2");
    unanswered.taken(keys(2), NOW);
    assertThat(unanswered.size()).isZero();
    assertThat(unanswered.wakeAt()).isEqualTo(MineState.NO_TIMER);
  }

  @Test
  void theOldestIsSentAgainEverMoreSeldomAndNeverBeforeItsTime() {
    unanswered.sent(finding(1), NOW);
    long pause = FIRST_AGAIN;
    long at = NOW;
    for (int i = 0; i < 12; i++) {
      assertThat(due(at + pause - 1)).isEmpty();
      at += pause;
      assertThat(unanswered.wakeAt()).isLessThanOrEqualTo(at);
      assertThat(due(at)).hasSize(1);
      pause = Math.min(2 * pause, Unanswered.LAST_AGAIN);
    }
    assertThat(pause).isEqualTo(Unanswered.LAST_AGAIN);
  }

  @Test
  void whileNobodyAnswersTheOthersAreSentTwiceAgainAndThenWaitForAWord() {
    for (int i = 0; i < 5; i++) {
      unanswered.sent(finding(i), NOW);
    }
    List<String> sent = new ArrayList<>();
    for (long at = NOW; at < NOW + 86_400_000; at += 1_000) {
      sent.addAll(due(at));
    }
    assertThat(sent).filteredOn("finding 4"::equals).hasSize(2);
    assertThat(sent).filteredOn("finding 0"::equals).hasSizeBetween(20, 40);

    unanswered.taken(keys(0), NOW + 86_400_000);
    assertThat(unanswered.wakeAt()).isEqualTo(NOW + 86_400_000);
    assertThat(due(NOW + 86_400_000))
        .containsExactly("finding 1", "finding 2", "finding 3", "finding 4");
  }

  @Test
  void whoAsksGetsAllThatIsUnansweredAtOnce() {
    unanswered.sent(finding(1), NOW);
    unanswered.sent(finding(2), NOW);
    unanswered.taken(keys(1), NOW + 1);
    unanswered.taken(List.of(), NOW + 2);

    assertThat(unanswered.wakeAt()).isEqualTo(NOW + 2);
    assertThat(due(NOW + 2)).containsExactly("finding 2");
    assertThat(due(NOW + 3)).isEmpty();
  }

  @Test
  void manyComeAgainInPartsTheOldestFirstAndEachOnce() {
    for (int i = 0; i < 2 * Unanswered.AT_ONCE + 1; i++) {
      unanswered.sent(finding(i), NOW);
    }
    long at = NOW + FIRST_AGAIN;
    List<String> again = new ArrayList<>();
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<String> part = due(at);
      parts.add(part.size());
      again.addAll(part);
      at = unanswered.wakeAt();
    }
    assertThat(parts).containsExactly(Unanswered.AT_ONCE, Unanswered.AT_ONCE, 1);
    assertThat(again).doesNotHaveDuplicates().startsWith("finding 0", "finding 1");
  }

  @Test
  void whatFindsNoRoomComesASecondLater() {
    unanswered.sent(finding(1), NOW);
    long at = NOW + FIRST_AGAIN;
    assertThat(unanswered.due(at, () -> false)).isEmpty();
    assertThat(unanswered.wakeAt()).isEqualTo(at + 1_000);
    assertThat(due(at + 1_000)).hasSize(1);
  }

  @Test
  void theOldestIsLeftToTheBrokerWhenThereAreTooMany() {
    for (int i = 0; i < Unanswered.MOST; i++) {
      assertThat(unanswered.sent(finding(i), NOW)).isZero();
    }
    assertThat(unanswered.sent(finding(-1), NOW)).isEqualTo(1);
    assertThat(unanswered.size()).isEqualTo(Unanswered.MOST);
    assertThat(due(NOW + FIRST_AGAIN)).startsWith("finding 1");
  }

  @Test
  void orWhenTheyAreTooLarge() {
    byte[] large = new byte[(int) Unanswered.MOST_BYTES - 10];
    assertThat(unanswered.sent(large, NOW)).isZero();
    assertThat(unanswered.sent(finding(1), NOW)).isZero();
    assertThat(unanswered.sent(finding(2), NOW)).isEqualTo(1);
    assertThat(due(NOW + FIRST_AGAIN)).containsExactly("finding 1", "finding 2");
  }

  @Test
  void theSameFindingAgainTakesNoMoreRoom() {
    for (int i = 0; i < Unanswered.MOST; i++) {
      unanswered.sent(finding(i), NOW);
    }
    assertThat(unanswered.sent(finding(5), NOW)).isZero();
    assertThat(unanswered.size()).isEqualTo(Unanswered.MOST);
  }

  @Test
  void aRestoredOneGoesOnWhereItWasAndRecordingChangesNothing() throws Exception {
    unanswered.sent(finding(1), NOW);
    due(NOW + FIRST_AGAIN);
    unanswered.sent(finding(2), NOW + FIRST_AGAIN);
    long wakeAt = unanswered.wakeAt();
    DataOutputSerializer out = new DataOutputSerializer(256);
    unanswered.pass(DataTape.recording(out));
    assertThat(unanswered.wakeAt()).isEqualTo(wakeAt);

    Unanswered restored = new Unanswered();
    restored.pass(DataTape.playing(new DataInputDeserializer(out.getCopyOfBuffer())));
    assertThat(restored.wakeAt()).isEqualTo(wakeAt);
    restored.taken(keys(2), NOW);
    assertThat(texts(restored.due(NOW + 3 * FIRST_AGAIN, () -> true))).containsExactly("finding 1");
  }

  /** The runtime writes a checkpoint on one thread while another copies the state to go on. */
  @Test
  void twoMayRecordAtOnce() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      unanswered.sent(finding(i), NOW);
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<byte[]>> records = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        records.add(threads.submit(this::record));
      }
      byte[] first = records.get(0).get();
      for (Future<byte[]> each : records) {
        assertThat(each.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private byte[] record() {
    DataOutputSerializer out = new DataOutputSerializer(256);
    unanswered.pass(DataTape.recording(out));
    return out.getCopyOfBuffer();
  }
}
