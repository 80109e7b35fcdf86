package io.minewatch.judge.chatter;

import static io.minewatch.judge.chatter.Chatter.ALONE;
import static io.minewatch.judge.chatter.Chatter.BEGINS;
import static io.minewatch.judge.chatter.Chatter.ENDS;
import static io.minewatch.judge.chatter.Chatter.GOES_ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.judge.tape.Copies;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatterJudgeTest {
  private final ChatterMemory memory = new ChatterMemory(1);
  private final ChatterTerms terms =
      new ChatterTerms(3, Duration.ofMinutes(10), Duration.ofMinutes(15));

  private Chatter opened(int second) {
    return ChatterJudge.onOpened(memory, 0, terms, second * 1000L);
  }

  private Chatter timeIs(int second) {
    return ChatterJudge.onTime(memory, 0, terms, second * 1000L);
  }

  @ParameterizedTest(name = "the third opening after {0} s: {1}")
  @CsvSource({"599, BEGINS", "600, BEGINS", "601, ALONE"})
  void chattersAtTheLastOpeningWithinTheTime(int third, Chatter expected) {
    assertThat(opened(0)).isEqualTo(ALONE);
    assertThat(opened(200)).isEqualTo(ALONE);
    assertThat(opened(third)).isEqualTo(expected);
  }

  @Test
  void isOneConditionUntilItHasBeenCalm() {
    opened(0);
    opened(100);
    assertThat(opened(200)).isEqualTo(BEGINS);
    assertThat(opened(900)).isEqualTo(GOES_ON);
    assertThat(memory.count(0)).isEqualTo(4);
    assertThat(timeIs(1799)).isEqualTo(GOES_ON);
    assertThat(memory.chatters(0)).isTrue();
    assertThat(timeIs(1800)).isEqualTo(ENDS);
    assertThat(timeIs(1801)).isEqualTo(ALONE);
    assertThat(opened(1900)).isEqualTo(ALONE);
  }

  @Test
  void lateAndDoubledOpeningsCountForNothing() {
    opened(100);
    assertThat(opened(100)).isEqualTo(ALONE);
    assertThat(opened(50)).isEqualTo(ALONE);
    assertThat(opened(200)).isEqualTo(ALONE);
    assertThat(opened(300)).isEqualTo(BEGINS);
    assertThat(opened(300)).isEqualTo(GOES_ON);
    assertThat(memory.count(0)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void beginsAndEndsAlternateAndARestoreChangesNothing(long seed) {
    Random random = new Random(seed);
    ChatterMemory other = new ChatterMemory(1);
    int second = 0;
    int begun = 0;
    boolean open = false;
    for (int i = 0; i < 3_000; i++) {
      second += random.nextInt(random.nextInt(20) == 0 ? 4_000 : 300);
      boolean opening = random.nextBoolean();
      Chatter one = opening ? opened(second) : timeIs(second);
      Chatter two =
          opening
              ? ChatterJudge.onOpened(other, 0, terms, second * 1000L)
              : ChatterJudge.onTime(other, 0, terms, second * 1000L);
      assertThat(two).isEqualTo(one);
      assertThat((one == BEGINS && open) || (one == ENDS && !open)).as("seed %d", seed).isFalse();
      open = one == BEGINS || (open && one != ENDS);
      begun += one == BEGINS ? 1 : 0;
      ChatterMemory copy = new ChatterMemory(1);
      ChatterMemory from = other;
      Copies.copy(from::pass, copy::pass);
      other = copy;
    }
    assertThat(begun).isGreaterThan(10);
  }

  @Test
  void refusesTermsThatContradictThemselves() {
    assertThatThrownBy(() -> new ChatterTerms(1, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .hasMessageContaining("was 1");
    assertThatThrownBy(() -> new ChatterTerms(3, Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageContaining("positive");
  }
}
