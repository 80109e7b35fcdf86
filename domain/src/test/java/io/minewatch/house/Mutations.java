package io.minewatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Feeds a codec spoilt payloads of a seed: each is read or refused, nothing else is thrown, nothing
 * loops, and no more is allocated than a bound. The long run: {@code -Dminewatch.mutations=N};
 * another course: {@code -Dminewatch.seed=N}.
 *
 * @param codec for people
 * @param bytesAtAll what reading may allocate whatever the payload
 * @param bytesAByte and for each of its bytes
 */
public record Mutations(String codec, long bytesAtAll, long bytesAByte) {
  /** The seed of this run. */
  public static final long SEED = Long.getLong("minewatch.seed", 20_260_101);

  /** For one payload; the slowest seen took a third of a second, on a crowded machine. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  private static final int WARM_UP = 2_000;
  private static final String SIGNS = "0123456789+-.eE{}[]\":,\\nut";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The codec under test. */
  public interface Reader {
    /**
     * Reads the payload.
     *
     * @return whether it was taken; false for a refusal of the codec's own kind
     */
    boolean read(byte[] payload);
  }

  /** How many payloads, where the command line says nothing else. */
  public static int count(int usual) {
    return Integer.getInteger("minewatch.mutations", usual);
  }

  /** Spoils the samples in turn, so many times in all. */
  public void run(List<byte[]> samples, int mutations, Reader reader) {
    AtomicReference<byte[]> current = new AtomicReference<>(NOTHING);
    FutureTask<Void> all =
        new FutureTask<>(
            () ->
                feed(
                    samples,
                    mutations,
                    payload -> {
                      current.set(payload);
                      return reader.read(payload);
                    }),
            null);
    Thread thread = new Thread(all, "mutations of " + codec);
    thread.setDaemon(true); // one that loops cannot be ended
    thread.start();
    for (byte[] seen = NOTHING; !all.isDone(); ) {
      byte[] next = current.get();
      if (next == seen && next != NOTHING) {
        throw new AssertionError("loops, or takes over " + STUCK + ": " + told(next));
      }
      seen = next;
      await(all);
    }
    outcome(all);
  }

  private static void await(FutureTask<Void> all) {
    try {
      all.get(STUCK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return; // asked again by the caller
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void outcome(FutureTask<Void> all) {
    try {
      all.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof AssertionError error ? error : new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void feed(List<byte[]> samples, int mutations, Reader reader) {
    for (byte[] sample : samples) {
      assertThat(reader.read(sample)).as("%s is read unspoilt", codec).isTrue();
    }
    Random random = new Random(SEED + 1);
    for (int i = 0; i < WARM_UP; i++) { // what is loaded once is not counted
      reader.read(spoil(samples.get(i % samples.size()), random));
    }
    random = new Random(SEED);
    int read = 0;
    long slowest = 0;
    long most = 0;
    for (int i = 0; i < mutations; i++) {
      byte[] spoilt = spoil(samples.get(i % samples.size()), random);
      long began = System.nanoTime();
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      read += isRead(reader, spoilt) ? 1 : 0;
      long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      slowest = Math.max(slowest, System.nanoTime() - began);
      most = Math.max(most, allocated);
      if (allocated > bytesAtAll + bytesAByte * spoilt.length) {
        throw new AssertionError(allocated + " bytes allocated for " + told(spoilt));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d spoilt payloads of seed %d, %d still read, slowest %.1f ms, at most %d bytes%n",
        codec,
        mutations,
        SEED,
        read,
        slowest / 1e6,
        most);
    assertThat(read).as("of %s some are read and some refused", codec).isBetween(1, mutations - 1);
  }

  private boolean isRead(Reader reader, byte[] payload) {
    try {
      return reader.read(payload);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + SEED + ": " + told(payload), e);
    }
  }

  private String told(byte[] payload) {
    return codec + " " + HexFormat.of().formatHex(payload);
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
    switch (random.nextInt(7)) {
      case 0 -> copy[at] = (byte) random.nextInt(256);
      case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> copy[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
      case 3 -> copy = random.nextInt(8) == 0 ? splice(from, at, from.length - at, NOTHING) : from;
      case 4 -> copy = splice(from, at, length, NOTHING);
      case 5 -> copy = splice(from, at, 0, huge(random));
      default -> {
        byte[] again = new byte[length];
        System.arraycopy(from, at, again, 0, length);
        copy = splice(from, at, 0, again);
      }
    }
    return copy;
  }

  private static final byte[] NOTHING = {};

  /** What a length or a number looks like that promises far too much, in each of the forms. */
  private static byte[] huge(Random random) {
    String[] forms = {
      "ffffffffffffffffff01", "ffffffff0f", "9b7fffffffffffffff", "bb000000007fffffff",
      "5a7fffffff", "7b00000000ffffffff", "c25affffffff", "5b5b5b5b5b5b5b5b",
      "7b227b227b22", "31653939393939", "9f9f9f9f9f9f", "0a0a0a0a0a0a"
    };
    return HexFormat.of().parseHex(forms[random.nextInt(forms.length)]);
  }

  private static byte[] splice(byte[] from, int at, int length, byte[] with) {
    byte[] result = new byte[from.length - length + with.length];
    System.arraycopy(from, 0, result, 0, at);
    System.arraycopy(with, 0, result, at, with.length);
    System.arraycopy(from, at + length, result, at + with.length, from.length - at - length);
    return result;
  }
}
