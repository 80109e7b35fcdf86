package io.minewatch.series.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RootSumTest {
  private static final RootKey KEY = new RootKey("a root key of tests, told to nobody");
  private static final Sealer.Of POINT = new Sealer.Of("140921021337", Measure.METHANE, "T1");
  private static final Instant HOUR = Instant.parse("2026-03-01T08:00:00Z");

  private static BigInteger of(RootSum sum) {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    Arrays.stream(sum.limbs()).forEach(bytes::putLong);
    return new BigInteger(1, bytes.array());
  }

  /** Carries are rare among random hashes: half of these are full of ones. */
  @Test
  void aSumIsThatOfWholeNumbers() {
    Random random = new Random(1);
    RootSum sum = new RootSum();
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < 2_000; i++) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      for (int b = 0; b < 32; b++) {
        hash[b] = random.nextBoolean() ? (byte) -1 : random.nextInt(4) == 0 ? 0 : hash[b];
      }
      sum.add(hash);
      expected = expected.add(new BigInteger(1, hash)).mod(BigInteger.ONE.shiftLeft(256));
      assertThat(of(sum)).isEqualTo(expected);
    }
    assertThat(sum.count()).isEqualTo(2_000);
  }

  @Test
  void noPartOfAReadingCanBeAnotherUnnoticed() {
    Sealer sealer = KEY.sealer();
    Set<String> seen = new HashSet<>();
    seen.add(Arrays.toString(sealer.hash(POINT, 0.4, Quality.GOOD, 1_000)));
    seen.add(Arrays.toString(sealer.hash(POINT, Math.nextUp(0.4), Quality.GOOD, 1_000)));
    seen.add(Arrays.toString(sealer.hash(POINT, Double.NaN, Quality.GOOD, 1_000)));
    seen.add(Arrays.toString(sealer.hash(POINT, 0.4, Quality.SUSPECT, 1_000)));
    seen.add(Arrays.toString(sealer.hash(POINT, 0.4, Quality.GOOD, 1_001)));
    for (Sealer.Of of :
        new Sealer.Of[] {
          new Sealer.Of("140921021338", Measure.METHANE, "T1"),
          new Sealer.Of("140921021337", Measure.OXYGEN, "T1"),
          new Sealer.Of("140921021337", Measure.METHANE, "T2")
        }) {
      seen.add(Arrays.toString(sealer.hash(of, 0.4, Quality.GOOD, 1_000)));
    }
    Sealer other = new RootKey("another root key of tests, too").sealer();
    seen.add(Arrays.toString(other.hash(POINT, 0.4, Quality.GOOD, 1_000)));
    assertThat(seen).hasSize(9);
    assertThat(sealer.hash(POINT, -0.0, Quality.GOOD, 1))
        .isEqualTo(sealer.hash(POINT, 0.0, Quality.GOOD, 1));
  }

  @Test
  void aSealTellsOfEverythingThatIsCounted() {
    Sealer sealer = KEY.sealer();
    RootSum one = RootSum.of(3, 1, new long[] {1, 2, 3, 4});
    Set<String> seals = new HashSet<>();
    seals.add(sealer.seal("a", Measure.METHANE, HOUR, one));
    seals.add(sealer.seal("b", Measure.METHANE, HOUR, one));
    seals.add(sealer.seal("a", Measure.OXYGEN, HOUR, one));
    seals.add(sealer.seal("a", Measure.METHANE, HOUR.plusSeconds(3_600), one));
    seals.add(sealer.seal("a", Measure.METHANE, HOUR, RootSum.of(4, 1, one.limbs())));
    seals.add(sealer.seal("a", Measure.METHANE, HOUR, RootSum.of(3, 0, one.limbs())));
    seals.add(sealer.seal("a", Measure.METHANE, HOUR, RootSum.of(3, 1, new long[] {1, 2, 3, 5})));
    assertThat(seals).hasSize(7).allMatch(seal -> seal.matches("[0-9a-f]{64}"));
  }

  @Test
  void aKeyIsLongAndNeverShown() {
    assertThatThrownBy(() -> new RootKey("x".repeat(RootKey.LEAST - 1)))
        .hasMessageContaining("20 characters, has 19");
    assertThat(KEY.toString()).isEqualTo("root key");
    assertThat(KEY.id()).matches("[0-9a-f]{16}");
  }
}
