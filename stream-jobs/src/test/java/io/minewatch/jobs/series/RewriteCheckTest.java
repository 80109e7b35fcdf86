package io.minewatch.jobs.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.SeriesException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewriteCheckTest {
  private static final String TOPIC = "mw/v1/140921021337/gw-01/readings";
  private static final long AT = 1_767_225_600_000L;
  private static final long RECEIVED = AT + 3_600_000;

  private final StoredReadings store = new StoredReadings();
  private final RewriteCheck check = new RewriteCheck(store, this::now);
  private long now;

  /** Each look at the clock is half the longest wait after the one before. */
  private long now() {
    now += RewriteCheck.LONGEST_WAIT.toMillis() / 2;
    return now;
  }

  @Test
  void anotherValueOfATimeThatIsKeptStaysBesideItAndIsTold() throws Exception {
    store.put(line(0.9, Lines.Place.OWN));

    RewriteCheck.Settled settled = settle(doubtful(0.3));

    assertThat(settled.rewrites()).isEqualTo(1);
    assertThat(settled.unchecked()).isZero();
    assertThat(settled.chunk().count()).isEqualTo(2);
    assertThat(text(settled))
        .startsWith("rewrite,mine=140921021337,gateway=gw-01,point=T1,cause=UNEXPLAINED ")
        .contains("measure=\"METHANE\",at_ms=1767225600000i")
        .contains("was=\"0.9\",was_quality=\"GOOD\",value=\"0.3\",quality=\"GOOD\"")
        .contains("session=\"s1\",seq=7i 1767229200000")
        .endsWith(line(0.3, Lines.Place.AGAIN));
    assertThat(settled.chunk().isInDoubt()).isFalse();
  }

  @Test
  void theSameOnceMoreIsLeftOutAndToldOfBySilence() throws Exception {
    store.put(line(0.9, Lines.Place.OWN));
    store.put(line(0.3, Lines.Place.AGAIN));

    assertThat(settle(doubtful(0.9)).chunk().parts()).isEmpty();
    RewriteCheck.Settled again = settle(doubtful(0.3));
    assertThat(again.chunk().parts()).as("a rewrite that is told already").isEmpty();
    assertThat(again.rewrites()).isZero();
  }

  @Test
  void whatIsMissingThereIsStoredAndTellsOfNothing() throws Exception {
    RewriteCheck.Settled settled = settle(doubtful(0.3));

    assertThat(settled.rewrites()).isZero();
    assertThat(text(settled)).isEqualTo(line(0.3, Lines.Place.AGAIN));
  }

  @Test
  void whatIsOnItsWayInTheSameRequestIsSeenToo() throws Exception {
    SeriesBatch first =
        new SeriesBatch(TOPIC, "s1", 6, 1, line(0.9, Lines.Place.OWN).getBytes(UTF_8));

    assertThat(settle(first, doubtful(0.3)).rewrites()).isEqualTo(1);
    assertThat(settle(doubtful(0.3), doubtful(0.9)).rewrites()).isEqualTo(1);
  }

  @Test
  void aStoreThatIsAwayIsWaitedFor() throws Exception {
    store.put(line(0.9, Lines.Place.OWN));
    store.failures.add(new SeriesException("away", null));

    assertThat(settle(doubtful(0.3)).rewrites()).isEqualTo(1);
    assertThat(store.questions).isEqualTo(2);
  }

  @Test
  void whereNothingMayBeReadAllIsStoredAndCountedAsUnchecked() throws Exception {
    store.failures.add(new SeriesException("write only", null, 403));

    RewriteCheck.Settled settled = settle(doubtful(0.3));

    assertThat(settled.unchecked()).isEqualTo(1);
    assertThat(text(settled)).isEqualTo(line(0.3, Lines.Place.AGAIN));
  }

  @Test
  void aStoreThatTakesLinesAndAnswersNothingHoldsUpNothingForLong() throws Exception {
    for (int i = 0; i < 3; i++) {
      store.failures.add(new SeriesException("busy", null, 503));
    }
    store.put(line(0.9, Lines.Place.OWN));

    assertThat(settle(doubtful(0.3)).unchecked()).isEqualTo(1);
    assertThat(store.questions).as("asked until the longest wait was over").isEqualTo(2);
    assertThat(settle(doubtful(0.4)).unchecked()).as("the next does not wait").isEqualTo(1);
    assertThat(store.questions).isEqualTo(3);
    assertThat(settle(doubtful(0.5)).rewrites()).as("it answers again").isEqualTo(1);
  }

  @Test
  void aRowOfSomebodyElseStopsNoRecording() throws Exception {
    store.failures.add(new IllegalArgumentException("No enum constant Quality.fine"));

    RewriteCheck.Settled settled = settle(doubtful(0.3));

    assertThat(settled.unchecked()).isEqualTo(1);
    assertThat(text(settled)).isEqualTo(line(0.3, Lines.Place.AGAIN));
  }

  @Test
  void readingsThatAreNotLookedUpAreCountedEach() throws Exception {
    Lines lines = new Lines();
    for (int i = 0; i < Doubts.MOST_LOOKS + 1; i++) {
      add(lines, 0.3, AT + i * 100_000L, Lines.Place.AGAIN);
    }
    String head = Lines.head(Measure.METHANE, "140921021337", "T2", "face-0101");
    long last = AT + Doubts.MOST_LOOKS * 100_000L;
    lines.add(head, 0.3, Quality.GOOD, last, Lines.Place.AGAIN);

    assertThat(settle(batch(lines)).unchecked()).isEqualTo(2);
  }

  @Test
  void questionsAreFewForWhatIsNearAndBoundedForWhatIsNot() throws Exception {
    Lines lines = new Lines();
    for (int i = 0; i < 300; i++) {
      add(lines, 0.3, AT + i * 1_000L, Lines.Place.AGAIN);
    }
    settle(batch(lines));
    assertThat(store.questions).isEqualTo(1);

    store.questions = 0;
    for (int i = 0; i < Doubts.MOST_LOOKS + 5; i++) {
      add(lines, 0.3, AT + i * 100_000L, Lines.Place.AGAIN);
    }
    assertThat(settle(batch(lines)).unchecked()).isEqualTo(5);
    assertThat(store.questions).isEqualTo(Doubts.MOST_LOOKS);
  }

  private RewriteCheck.Settled settle(SeriesBatch... parts) throws InterruptedException {
    return check.settle(new Chunk(List.of(parts)));
  }

  private static String text(RewriteCheck.Settled settled) {
    return new String(settled.chunk().lines(), UTF_8);
  }

  private static SeriesBatch doubtful(double value) {
    Lines lines = new Lines();
    add(lines, value, AT, Lines.Place.AGAIN);
    return batch(lines);
  }

  private static SeriesBatch batch(Lines lines) {
    int count = lines.count();
    String doubt = Rewrite.Cause.UNEXPLAINED.name();
    return new SeriesBatch(TOPIC, "s1", 7, count, lines.take(), doubt, RECEIVED);
  }

  private static String line(double value, Lines.Place place) {
    Lines lines = new Lines();
    add(lines, value, AT, place);
    return new String(lines.take(), UTF_8);
  }

  private static void add(Lines to, double value, long at, Lines.Place place) {
    String head = Lines.head(Measure.METHANE, "140921021337", "T1", "face-0101");
    to.add(head, value, Quality.GOOD, at, place);
  }
}
