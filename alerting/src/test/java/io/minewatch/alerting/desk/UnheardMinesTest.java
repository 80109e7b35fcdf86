package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A mine that is registered and that no job hears. */
class UnheardMinesTest {
  private static final String FIRST = "140921021337";
  private static final String LATER = "140921029999";

  private final Hand clock = new Hand();
  private final Troubles troubles = new Troubles();
  private final Set<String> mines = new TreeSet<>(Set.of(FIRST));
  private Instant canary;
  private final UnheardMines unheard = new UnheardMines(() -> mines, () -> canary, troubles, clock);

  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-01-01T08:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** By how much the clock of the judge's host is behind. */
  private Duration behind = Duration.ZERO;

  /** Summaries of these come every ten seconds. */
  private void pass(Duration time, String... heard) throws Exception {
    for (Instant until = clock.now.plus(time); clock.now.isBefore(until); ) {
      clock.now = clock.now.plusSeconds(10);
      for (String mine : heard) {
        unheard.took(summary(mine, clock.now.minus(behind)));
      }
      unheard.round();
    }
  }

  private static Summary summary(String mine, Instant at) throws Exception {
    String text =
        new String(Samples.bytes("summary.json"), StandardCharsets.UTF_8)
            .replace(FIRST, mine)
            .replaceFirst("\"at\": *\"[^\"]*\"", "\"at\": \"" + at + "\"");
    return Messages.read(text.getBytes(StandardCharsets.UTF_8), Summary.class);
  }

  private List<String> told() {
    return troubles.all().stream()
        .filter(each -> each.kind() == Troubles.Kind.UNHEARD)
        .flatMap(each -> each.about().stream())
        .toList();
  }

  @Test
  void aMineRegisteredLaterThatNoJobHearsIsToldUntilItIsHeard() throws Exception {
    pass(Duration.ofMinutes(10), FIRST);
    assertThat(told()).isEmpty();
    mines.add(LATER);
    pass(Duration.ofMinutes(2), FIRST);
    assertThat(told()).as("it has its time").isEmpty();
    pass(Duration.ofMinutes(2), FIRST);
    assertThat(told()).containsExactly(LATER);

    pass(Duration.ofSeconds(20), FIRST, LATER);
    assertThat(told()).isEmpty();
  }

  @Test
  void whereJudgingSaysNothingAtAllTheCanaryTellsAndNotThis() throws Exception {
    pass(Duration.ofMinutes(10));
    mines.add(LATER);
    pass(Duration.ofMinutes(10));

    assertThat(told()).isEmpty();
  }

  @Test
  void theOnlyMineIsMissedWhenTheTestReadingsComeBack() throws Exception {
    for (int minute = 0; minute < 10; minute++) {
      canary = clock.now;
      pass(Duration.ofMinutes(1));
    }

    assertThat(told()).containsExactly(FIRST);
  }

  @Test
  void aSummaryThatTheBrokerKeptFromLongAgoIsNoSignOfLife() throws Exception {
    mines.add(LATER);
    Instant before = clock.now.minus(Duration.ofDays(1));
    for (int round = 0; round < 30; round++) {
      unheard.took(summary(LATER, before));
      pass(Duration.ofSeconds(10), FIRST);
    }

    assertThat(told()).containsExactly(LATER);
  }

  @Test
  void whenJudgingComesBackEachMineHasItsTimeAgain() throws Exception {
    mines.add(LATER);
    pass(Duration.ofMinutes(10), FIRST, LATER);
    pass(Duration.ofMinutes(5));
    pass(Duration.ofMinutes(2), FIRST);
    assertThat(told()).as("judging comes to one mine after the other").isEmpty();
    pass(Duration.ofMinutes(2), FIRST);
    assertThat(told()).containsExactly(LATER);
  }

  @Test
  void judgesWhoseClockIsBehindAreHeardAllTheSame() throws Exception {
    behind = Duration.ofMinutes(10);
    for (int minute = 0; minute < 10; minute++) {
      canary = clock.now;
      pass(Duration.ofMinutes(1), FIRST);
    }

    assertThat(told()).isEmpty();
  }

  @Test
  void aMineThatIsTakenAwayIsNotMissed() throws Exception {
    mines.add(LATER);
    pass(Duration.ofMinutes(5), FIRST);
    assertThat(told()).containsExactly(LATER);
    mines.remove(LATER);
    pass(Duration.ofSeconds(10), FIRST);

    assertThat(told()).isEmpty();
  }
}
