package io.minewatch.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.FindingsReceipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class UnansweredTest {
  private static final long NOW = 1_767_225_600_000L;

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

  @Test
  void whatIsAnsweredIsNotSentAgain() {
    unanswered.sent(finding(1), NOW);
    unanswered.sent(finding(2), NOW);
    unanswered.taken(keys(1, 7), NOW);

    assertThat(texts(unanswered.due(NOW + Unanswered.FIRST_AGAIN))).containsExactly("finding 2");
    unanswered.taken(keys(2), NOW);
    assertThat(unanswered.size()).isZero();
    assertThat(unanswered.wakeAt()).isEqualTo(MineState.NO_TIMER);
  }

  @Test
  void nothingIsSentAgainBeforeItsTimeAndThenEverMoreSeldom() {
    unanswered.sent(finding(1), NOW);
    long pause = Unanswered.FIRST_AGAIN;
    long at = NOW;
    for (int i = 0; i < 10; i++) {
      assertThat(unanswered.due(at + pause - 1)).isEmpty();
      at += pause;
      assertThat(unanswered.wakeAt()).isEqualTo(at);
      assertThat(unanswered.due(at)).hasSize(1);
      pause = Math.min(2 * pause, Unanswered.LAST_AGAIN);
    }
    assertThat(pause).isEqualTo(Unanswered.LAST_AGAIN);
  }

  @Test
  void manyComeAgainInPartsTheOldestFirstAndEachOnce() {
    for (int i = 0; i < 2 * Unanswered.AT_ONCE + 1; i++) {
      unanswered.sent(finding(i), NOW);
    }
    long at = NOW + Unanswered.FIRST_AGAIN;
    List<String> again = new ArrayList<>();
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<String> part = texts(unanswered.due(at));
      parts.add(part.size());
      again.addAll(part);
      at = unanswered.wakeAt();
    }
    assertThat(parts).containsExactly(Unanswered.AT_ONCE, Unanswered.AT_ONCE, 1);
    assertThat(again).doesNotHaveDuplicates().startsWith("finding 0", "finding 1");
  }

  @Test
  void theOldestIsLeftToTheBrokerWhenThereAreTooMany() {
    for (int i = 0; i < Unanswered.MOST; i++) {
      assertThat(unanswered.sent(finding(i), NOW)).isZero();
    }
    assertThat(unanswered.sent(finding(-1), NOW)).isEqualTo(1);
    assertThat(unanswered.size()).isEqualTo(Unanswered.MOST);
    assertThat(texts(unanswered.due(NOW + Unanswered.FIRST_AGAIN))).startsWith("finding 1");
  }

  @Test
  void whoAsksGetsAllThatIsUnansweredAtOnce() {
    unanswered.sent(finding(1), NOW);
    unanswered.sent(finding(2), NOW);
    unanswered.taken(keys(1), NOW + 1);
    unanswered.taken(List.of(), NOW + 2);

    assertThat(unanswered.wakeAt()).isEqualTo(NOW + 2);
    assertThat(texts(unanswered.due(NOW + 2))).containsExactly("finding 2");
    assertThat(unanswered.due(NOW + 3)).isEmpty();
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
  void aRestoredOneGoesOnWhereItWas() throws Exception {
    unanswered.sent(finding(1), NOW);
    unanswered.due(NOW + Unanswered.FIRST_AGAIN);
    unanswered.sent(finding(2), NOW + Unanswered.FIRST_AGAIN);
    DataOutputSerializer out = new DataOutputSerializer(256);
    unanswered.pass(DataTape.recording(out));
    assertThat(unanswered.size()).isEqualTo(2);

    Unanswered restored = new Unanswered();
    restored.pass(DataTape.playing(new DataInputDeserializer(out.getCopyOfBuffer())));
    assertThat(restored.wakeAt()).isEqualTo(unanswered.wakeAt());
    restored.taken(keys(2), NOW);
    assertThat(texts(restored.due(NOW + 3 * Unanswered.FIRST_AGAIN))).containsExactly("finding 1");
  }
}
