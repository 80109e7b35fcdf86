package io.minewatch.jobs.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.series.store.Answer;
import io.minewatch.series.store.LineWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
  private final List<String> stored = new ArrayList<>();
  private int requests;

  @Test
  void aBadLineStandsAloneAndTheOthersAreStored() throws Exception {
    Chunk chunk = new Chunk(List.of(batch("a", 1, 2, 3), batch("b", 4), batch("c", 5, 666, 7, 8)));

    Delivery.Outcome outcome =
        delivery(writer(t -> t.contains("666") ? refusal(400) : store(t)), chunk).call();

    assertThat(outcome.stored()).isEqualTo(7);
    assertThat(stored).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "7", "8");
    assertThat(outcome.refused()).hasSize(1);
    SeriesBatch bad = outcome.refused().get(0).line();
    assertThat(new String(bad.lines(), UTF_8)).isEqualTo("666\n");
    assertThat(bad.topic()).isEqualTo("c");
    assertThat(bad.count()).isEqualTo(1);
  }

  @Test
  void twoBadLinesAmongThousandsTakeFewRequests() throws Exception {
    int[] numbers = IntStream.range(0, 5_000).toArray();

    Delivery.Outcome outcome =
        delivery(
                writer(t -> bad(t, "1234") || bad(t, "4321") ? refusal(422) : store(t)),
                new Chunk(List.of(batch("a", numbers))))
            .call();

    assertThat(outcome.stored()).isEqualTo(4_998);
    assertThat(outcome.refused()).hasSize(2);
    assertThat(requests).isLessThan(60);
  }

  @Test
  void anAnswerThatIsNobodysFaultIsTriedAgainWithTheSameLines() throws Exception {
    int[] statuses = {0, 503, 429};

    Delivery.Outcome outcome =
        delivery(
                writer(t -> requests <= 3 ? refusal(statuses[requests - 1]) : store(t)),
                new Chunk(List.of(batch("a", 1, 2))))
            .call();

    assertThat(outcome.stored()).isEqualTo(2);
    assertThat(requests).isEqualTo(4);
  }

  @Test
  void waitingForAStoreEndsWhenItIsInterrupted() {
    LineWriter away =
        writer(
            t -> {
              Thread.currentThread().interrupt();
              return refusal(0);
            });

    assertThatThrownBy(() -> delivery(away, new Chunk(List.of(batch("a", 1)))).call())
        .isInstanceOf(InterruptedException.class);
  }

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "6, 3200", "7, 5000", "1000000, 5000"})
  void theWaitDoublesUpToItsLimit(int failures, long millis) {
    assertThat(Backoff.after(failures)).isEqualTo(Duration.ofMillis(millis));
  }

  private static Delivery delivery(LineWriter writer, Chunk chunk) {
    return new Delivery(writer, new RewriteCheck(new StoredReadings(), () -> 0), chunk, List.of());
  }

  private static boolean bad(String text, String line) {
    return ("\n" + text).contains("\n" + line + "\n");
  }

  private static Answer refusal(int status) {
    return new Answer(status, "no");
  }

  private Answer store(String text) {
    stored.addAll(text.lines().toList());
    return Answer.STORED;
  }

  private LineWriter writer(Function<String, Answer> answer) {
    return new LineWriter() {
      @Override
      public Answer write(byte[] lines) {
        requests++;
        return answer.apply(new String(lines, UTF_8));
      }

      @Override
      public void close() {}
    };
  }

  private static SeriesBatch batch(String topic, int... lines) {
    String text = IntStream.of(lines).mapToObj(i -> i + "\n").collect(Collectors.joining());
    return new SeriesBatch(topic, "s1", 7, lines.length, text.getBytes(UTF_8));
  }
}
