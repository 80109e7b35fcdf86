package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Lane;
import io.minewatch.jobs.series.SeriesBatch;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** A time that is told twice: what came first keeps its place. */
class ToldTwiceTest extends ArchiveHarness {
  /** A clock that is put back tells the same times again, of other readings. */
  @Test
  void noReadingTakesThePlaceOfOneThatAClockPutBackToldBefore() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), 0, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), 1, Lane.LIVE));
    send(message(READINGS, gas(0, 0.9), 2, Lane.LIVE)); // put back by ten seconds
    OperatorSubtaskState state = harness.snapshot(1, 1);
    List<String> times = times();
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
    send(message(READINGS, gas(10, 0.7), 3, Lane.LIVE));
    send(message(READINGS, gas(20, 0.6), 4, Lane.LIVE));
    times.addAll(times());

    assertThat(times.get(0)).isEqualTo("1767225600000000000");
    assertThat(times.get(1)).isEqualTo("1767225610000000000");
    assertThat(times.get(2)).startsWith("1767225600000").isNotEqualTo(times.get(0));
    assertThat(times.get(3)).startsWith("1767225610000").isNotEqualTo(times.get(1));
    assertThat(times.get(4)).as("new again").isEqualTo("1767225620000000000");
    assertThat(doubts()).containsExactly("CLOCK_PUT_BACK", "");
  }

  /** The first time told again is then the highest one. */
  @Test
  void aClockPutBackByJustOneCycleTakesNoPlaceEither() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), 0, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), 1, Lane.LIVE));
    send(message(READINGS, gas(10, 0.9), 2, Lane.LIVE)); // put back by the cycle of ten seconds
    send(message(READINGS, gas(20, 0.6), 3, Lane.LIVE));

    List<String> times = times();
    assertThat(times.get(2)).startsWith("1767225610000").isNotEqualTo(times.get(1));
    assertThat(times.get(3)).isEqualTo("1767225620000000000");
  }

  /** A line that drops messages for a moment sends them again, live as they are. */
  @Test
  void whatFillsAHoleIsNoClockPutBack() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), 0, Lane.LIVE));
    send(message(READINGS, gas(20, 0.6), 2, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), 1, Lane.LIVE));
    send(message(READINGS, gas(30, 0.7), 3, Lane.LIVE));

    assertThat(times().get(2)).startsWith("1767225610000");
    assertThat(times().get(3)).isEqualTo("1767225630000000000");
    assertThat(doubts()).as("the store is asked").containsExactly("", "", "UNEXPLAINED", "");
  }

  /** The past told anew, as one would who has something to hide. */
  @Test
  void anotherValueInTheBackfillLaneTakesNoPlaceAndIsInDoubt() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 1.4), 0, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), 1, Lane.LIVE));
    send(message(READINGS, gas(0, 0.3), 2, Lane.BACKFILL));
    send(message(READINGS, two(gas(0, 0.2), gas(20, 0.6)), 3, Lane.LIVE));

    assertThat(times().get(2)).startsWith("1767225600000").isNotEqualTo(times().get(0));
    assertThat(times().get(3)).startsWith("1767225600000").isNotEqualTo(times().get(2));
    assertThat(doubts()).containsExactly("", "", "UNEXPLAINED", "UNEXPLAINED");
  }

  @Test
  void aClockPutBackByLessThanAMessageSpansTakesNoPlaceEither() throws Exception {
    send(plan());
    send(message(READINGS, two(gas(0, 0.4), gas(10, 0.5)), 0, Lane.LIVE));
    send(message(READINGS, two(gas(10, 0.9), gas(20, 0.6)), 1, Lane.LIVE)); // by ten seconds

    List<String> times = times();
    assertThat(times.get(1)).isEqualTo("1767225610000000000");
    assertThat(times.get(2)).startsWith("1767225610000").isNotEqualTo(times.get(1));
    assertThat(times.get(3)).isEqualTo("1767225620000000000");
  }

  /** Without numbers nothing tells a message that is delivered twice from a clock put back. */
  @Test
  void ofAnUnnumberedGatewayAMessageSentAgainGivesTheSameLines() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), -1, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), -1, Lane.LIVE));
    send(message(READINGS, gas(0, 0.4), -1, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), -1, Lane.LIVE));

    List<String> times = times();
    assertThat(doubts()).as("looked up, and there already").startsWith("", "", "UNEXPLAINED");
    assertThat(times.get(3)).isEqualTo(times.get(1));
  }

  private List<String> doubts() {
    return batches().stream().map(SeriesBatch::doubt).toList();
  }

  private static byte[] two(byte[] first, byte[] second) {
    String joined = new String(first, UTF_8) + new String(second, UTF_8);
    return joined.replace("][", ",").getBytes(UTF_8);
  }
}
