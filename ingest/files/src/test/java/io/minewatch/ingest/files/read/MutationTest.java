package io.minewatch.ingest.files.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.Examples;
import io.minewatch.ingest.files.Mutator;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.table.Format;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spoilt files never throw, never loop, never allocate beyond a bound. The long run: {@code
 * -Dminewatch.mutations=10000000}, for each format; another course: {@code -Dminewatch.seed=...}.
 */
class MutationTest {
  private static final int MUTATIONS = Integer.getInteger("minewatch.mutations", 10_000);
  private static final long SEED = Long.getLong("minewatch.seed", 20_260_101);

  /**
   * What reading may allocate: so much whatever the file, and so much for each of its bytes. The
   * first is the JSON parser's own table of names, which grows in steps up to some thousand names.
   */
  private static final long BYTES_AT_ALL = 1024 * 1024;

  private static final long BYTES_A_BYTE = 120;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private enum Outcome {
    TAKEN,
    EMPTY,
    INCOMPLETE,
    REFUSED
  }

  static List<Format> formats() {
    return Dropped.FORMATS.all();
  }

  /** What is loaded once is not counted. */
  @BeforeAll
  static void warmUp() {
    Mutator mutator = new Mutator(SEED);
    for (Format format : formats()) {
      byte[] bytes = bytes(Examples.content(format, List.of(Examples.full(format))));
      for (int i = 0; i < 50; i++) {
        byte[] spoilt = i == 0 ? bytes : mutator.spoil(bytes);
        Dropped.READER.read(new Arrival(name(format), spoilt, Dropped.MADE, Dropped.NOW));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void aSpoiltFileIsOneResultWithinItsBounds(Format format) {
    Map<String, String> record = Examples.full(format);
    String content = Examples.content(format, List.of(record, Examples.needed(format), record));
    byte[] utf8 = content.getBytes(StandardCharsets.UTF_8);
    byte[] gbk = content.getBytes(Charset.forName("GBK"));
    Mutator mutator = new Mutator(SEED);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    long slowest = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] spoilt = mutator.spoil(i % 4 == 3 ? gbk : utf8);
      long began = System.nanoTime();
      FileResult result = readWithinBounds(name(format), spoilt);
      slowest = Math.max(slowest, System.nanoTime() - began);
      outcomes.merge(outcome(result), 1, Integer::sum);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d spoilt files of seed %d, slowest %.1f ms, %s%n",
        format.type(),
        MUTATIONS,
        SEED,
        slowest / 1e6,
        outcomes);
    assertThat(outcomes.keySet())
        .as("the mutator reaches every outcome")
        .contains(Outcome.TAKEN, Outcome.REFUSED, Outcome.INCOMPLETE);
  }

  /** The shapes that cost most for their size. */
  @ParameterizedTest(name = "a megabyte of \"{0}\"")
  @ValueSource(
      strings = {
        ";",
        "~",
        "^",
        "\n",
        "a~",
        ";~",
        "a;b~",
        "\"",
        "2026-01-01 08:00:00;",
        "[",
        "{\"a\":",
        "{},",
        "甲"
      })
  void aMegabyteOfAnyMarkStaysWithinItsBounds(String mark) {
    byte[] repeated = mark.repeat((1 << 20) / mark.length()).getBytes(StandardCharsets.UTF_8);
    String text = new String(repeated, StandardCharsets.UTF_8);
    for (String type : new String[] {"CDSS", "RYSS", "YCBJ"}) {
      readWithinBounds(Dropped.name(type), repeated);
      readWithinBounds(Dropped.name(type), bytes(Dropped.header() + "~" + text + "||"));
      readWithinBounds(Dropped.name(type), bytes(Dropped.header() + text + "||"));
    }
    String json = Dropped.MINE + "_gnssrealtime_20260101080000_1.json";
    readWithinBounds(json, repeated);
    readWithinBounds(
        json, bytes("{\"send_time\":\"2026-01-01 08:00:00\",\"data\":[" + text + "]}"));
    readWithinBounds(
        json,
        bytes(
            "{\"send_time\":\"2026-01-01 08:00:00\",\"data\":[{\"a\":\""
                + text.replace('"', '\'').replace("\n", "")
                + "\"}]}"));
  }

  private static FileResult readWithinBounds(String name, byte[] bytes) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    FileResult result;
    try {
      result = Dropped.READER.read(new Arrival(name, bytes, Dropped.MADE, Dropped.NOW));
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + SEED + ", " + name + ": " + Arrays.toString(bytes), e);
    }
    long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
    assertThat(allocated)
        .as("bytes allocated for %s bytes of %s", bytes.length, name)
        .isLessThan(BYTES_AT_ALL + BYTES_A_BYTE * bytes.length);
    return result;
  }

  private static Outcome outcome(FileResult result) {
    if (result instanceof FileResult.Taken) {
      return Outcome.TAKEN;
    }
    if (result instanceof FileResult.EmptyBody) {
      return Outcome.EMPTY;
    }
    return result instanceof FileResult.Refused ? Outcome.REFUSED : Outcome.INCOMPLETE;
  }

  private static String name(Format format) {
    return Examples.isJson(format)
        ? Dropped.MINE + "_" + format.type() + "_20260101080000_1234.json"
        : Dropped.name(format.type());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
