package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.sun.management.ThreadMXBean;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.ReadingBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Spoilt payloads are read or refused: nothing else is thrown, nothing loops, nothing is allocated
 * beyond a bound. The long run: {@code -Dminewatch.mutations=10000000}, for each codec; another
 * course: {@code -Dminewatch.seed=...}.
 */
class MutationTest {
  private static final int MUTATIONS = Integer.getInteger("minewatch.mutations", 70_000);
  private static final long SEED = Long.getLong("minewatch.seed", 20_260_101);

  /**
   * What reading may allocate: so much whatever the payload, and so much for each of its bytes. The
   * first is the parser's own table of names, which grows in steps up to some thousand names.
   */
  private static final long BYTES_AT_ALL = 1024 * 1024;

  private static final long BYTES_A_BYTE = 200;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Topic TOPIC =
      Topic.of(Topic.Kind.READINGS, new MineCode(Samples.MINE), new GatewayId(Samples.GATEWAY));

  private enum Codec {
    SENML_JSON,
    SENML_CBOR,
    POSITIONS;

    byte[] sample() throws IOException {
      return switch (this) {
        case SENML_JSON -> Samples.bytes("readings.json");
        case SENML_CBOR -> asCbor(Samples.bytes("readings.json"));
        case POSITIONS -> Samples.bytes("positions.json");
      };
    }

    void read(byte[] payload, ReadingBatch batch) throws WireException {
      switch (this) {
        case SENML_JSON ->
            Senml.read(
                Samples.envelope(TOPIC.toString(), ContentTypes.SENML_JSON, payload), TOPIC, batch);
        case SENML_CBOR ->
            Senml.read(
                Samples.envelope(TOPIC.toString(), ContentTypes.SENML_CBOR, payload), TOPIC, batch);
        case POSITIONS -> {
          List<String> refused = new ArrayList<>();
          assertThat(Positions.read(payload, refused)).doesNotContainNull();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSpoiltPayloadIsReadOrRefusedWithinItsBounds(Codec codec) throws IOException {
    byte[] sample = codec.sample();
    Random random = new Random(SEED);
    ReadingBatch batch = new ReadingBatch();
    warmUp(codec, sample, batch);
    int read = 0;
    long slowest = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] spoilt = spoil(sample, random);
      long began = System.nanoTime();
      read += isRead(codec, spoilt, batch) ? 1 : 0;
      slowest = Math.max(slowest, System.nanoTime() - began);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d spoilt payloads of seed %d, %d still read, slowest %.1f ms%n",
        codec,
        MUTATIONS,
        SEED,
        read,
        slowest / 1e6);
    assertThat(read).isBetween(1, MUTATIONS - 1);
  }

  /** What is loaded once is not counted, and the batch has its room. */
  private static void warmUp(Codec codec, byte[] sample, ReadingBatch batch) {
    Random random = new Random(SEED + 1);
    for (int i = 0; i < 2_000; i++) {
      try {
        codec.read(i == 0 ? sample : spoil(sample, random), batch);
      } catch (WireException e) {
        assertThat(e.detail()).isNotEmpty();
      }
    }
  }

  private static boolean isRead(Codec codec, byte[] payload, ReadingBatch batch) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    boolean read;
    try {
      codec.read(payload, batch);
      read = true;
    } catch (WireException e) {
      read = false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + SEED + ", " + codec + ": " + Arrays.toString(payload), e);
    }
    long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
    if (allocated > BYTES_AT_ALL + BYTES_A_BYTE * payload.length) {
      throw new AssertionError(
          allocated + " bytes allocated, " + codec + ": " + Arrays.toString(payload));
    }
    return read;
  }

  private static byte[] spoil(byte[] sample, Random random) {
    byte[] spoilt = sample;
    for (int cuts = 1 + random.nextInt(6); cuts > 0; cuts--) {
      spoilt = cut(spoilt, random);
    }
    return spoilt;
  }

  private static byte[] cut(byte[] from, Random random) {
    if (from.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    byte[] copy = from.clone();
    int at = random.nextInt(from.length);
    int length = Math.min(1 + random.nextInt(24), from.length - at);
    switch (random.nextInt(6)) {
      case 0 -> copy[at] = (byte) random.nextInt(256);
      case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> copy[at] = (byte) "0123456789+-.eE{}[]\":,\\nut".charAt(random.nextInt(25));
      case 3 -> copy = Arrays.copyOf(from, random.nextInt(8) == 0 ? at : from.length);
      case 4 -> copy = splice(from, at, length, new byte[0]);
      default -> copy = splice(from, at, 0, Arrays.copyOfRange(from, at, at + length));
    }
    return copy;
  }

  private static byte[] splice(byte[] from, int at, int length, byte[] with) {
    byte[] result = new byte[from.length - length + with.length];
    System.arraycopy(from, 0, result, 0, at);
    System.arraycopy(with, 0, result, at, with.length);
    System.arraycopy(from, at + length, result, at + with.length, from.length - at - length);
    return result;
  }

  private static byte[] asCbor(byte[] json) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (JsonParser in = new JsonFactory().createParser(json);
        JsonGenerator out = new CBORFactory().createGenerator(bytes)) {
      while (in.nextToken() != null) {
        out.copyCurrentEvent(in);
      }
    }
    return bytes.toByteArray();
  }
}
