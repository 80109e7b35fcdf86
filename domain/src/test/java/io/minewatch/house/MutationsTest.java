package io.minewatch.house;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The kit that codecs are tried with finds what it is to find. */
class MutationsTest {
  private static final List<byte[]> SAMPLES = List.of("12345".getBytes(US_ASCII));
  private static final Mutations KIT = new Mutations("a number", 100_000, 100);

  private static boolean read(byte[] payload) {
    return new String(payload, US_ASCII).chars().allMatch(Character::isDigit);
  }

  @Test
  void aCodecThatReadsOrRefusesPasses() {
    assertThatCode(() -> KIT.run(SAMPLES, 2_000, MutationsTest::read)).doesNotThrowAnyException();
  }

  @Test
  void oneThatThrowsIsToldWithItsPayload() {
    assertThatThrownBy(
            () ->
                KIT.run(
                    SAMPLES,
                    2_000,
                    payload ->
                        read(payload) || Integer.parseInt(new String(payload, US_ASCII)) > 0))
        .isInstanceOf(AssertionError.class)
        .rootCause()
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void oneThatAllocatesTooMuchIsTold() {
    assertThatThrownBy(
            () ->
                KIT.run(
                    SAMPLES,
                    2_000,
                    payload -> read(payload) && new byte[payload.length * 100_000].length > 0))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bytes allocated");
  }
}
