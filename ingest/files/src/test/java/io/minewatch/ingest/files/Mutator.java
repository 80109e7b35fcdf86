package io.minewatch.ingest.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Spoils a file in ways that files are spoilt, and in ways that nobody thought of. */
public final class Mutator {
  private static final String[] MARKS = {
    ";",
    "~",
    "^",
    "||",
    "]]]",
    "\n",
    "\r\n",
    "\0",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "&",
    "-0.01",
    "xxxx-xx-xx xx:xx:xx",
    "NaN",
    "1e999",
    "-",
    "\uFEFF",
    "9999999999999999999",
    "\\u0000",
    "null",
    "2026-02-30 00:00:00",
    "甲",
    "00000000",
    "256",
    "1",
    "2",
    ""
  };
  private static final int MAX_LENGTH = 64 * 1024;

  private final Random random;

  public Mutator(long seed) {
    this.random = new Random(seed);
  }

  /** A spoilt copy, after one to eight cuts. */
  public byte[] spoil(byte[] file) {
    byte[] spoilt = file.clone();
    int cuts = 1 + random.nextInt(8);
    for (int i = 0; i < cuts; i++) {
      spoilt = cut(spoilt);
    }
    return spoilt.length > MAX_LENGTH ? Arrays.copyOf(spoilt, MAX_LENGTH) : spoilt;
  }

  private byte[] cut(byte[] file) {
    if (file.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(file.length);
    int length = Math.min(1 + random.nextInt(32), file.length - at);
    byte[] copy = file.clone();
    return switch (random.nextInt(8)) {
      case 0 -> {
        copy[at] = (byte) random.nextInt(256);
        yield copy;
      }
      case 1 -> {
        copy[at] ^= (byte) (1 << random.nextInt(8));
        yield copy;
      }
      case 2 -> splice(file, at, length, new byte[0]);
      case 3 -> splice(file, at, 0, Arrays.copyOfRange(file, at, at + length));
      case 4 -> splice(file, at, length, mark());
      case 5 -> splice(file, at, 0, mark());
      case 6 -> Arrays.copyOf(file, at);
      default -> {
        int other = random.nextInt(file.length);
        byte kept = copy[at];
        copy[at] = copy[other];
        copy[other] = kept;
        yield copy;
      }
    };
  }

  private byte[] mark() {
    byte[] mark = MARKS[random.nextInt(MARKS.length)].getBytes(StandardCharsets.UTF_8);
    int times = random.nextInt(20) == 0 ? random.nextInt(500) : 1;
    byte[] repeated = new byte[mark.length * times];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = mark[i % mark.length];
    }
    return repeated;
  }

  private static byte[] splice(byte[] file, int at, int length, byte[] with) {
    byte[] result = new byte[file.length - length + with.length];
    System.arraycopy(file, 0, result, 0, at);
    System.arraycopy(with, 0, result, at, with.length);
    System.arraycopy(file, at + length, result, at + with.length, file.length - at - length);
    return result;
  }
}
