package io.minewatch.series.root;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the hash of a reading and the seal over a sum, with HMAC-SHA-256. A seal is told instead of
 * its sum: the difference of two sums would tell the hash of a reading, a seal tells nothing.
 */
public final class Sealer {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  Sealer(byte[] secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Where a reading belongs. */
  public record Of(String mine, Measure measure, String point) {}

  /**
   * The hash of a reading. Its value counts with all its bits, both zeros are one; names hold no
   * newline, so no two readings are written alike.
   *
   * @param value in the measure's own unit; NaN where there is only a quality
   * @param millis measured time, milliseconds since 1970 UTC
   */
  public byte[] hash(Of of, double value, Quality quality, long millis) {
    text(of.mine());
    text(of.measure().name());
    text(of.point());
    text(quality.name());
    ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
    numbers.putLong(millis).putLong(Double.doubleToLongBits(value + 0.0));
    return mac.doFinal(numbers.array());
  }

  /** The seal over what was summed up of a measure of a mine within an hour. */
  public String seal(String mine, Measure measure, Instant hour, RootSum sum) {
    text("seal");
    text(mine);
    text(measure.name());
    ByteBuffer numbers = ByteBuffer.allocate(7 * Long.BYTES);
    numbers.putLong(hour.toEpochMilli()).putLong(sum.count()).putLong(sum.again());
    for (long limb : sum.limbs()) {
      numbers.putLong(limb);
    }
    return HexFormat.of().formatHex(mac.doFinal(numbers.array()));
  }

  byte[] hash(byte[] text) {
    return mac.doFinal(text);
  }

  private void text(String text) {
    mac.update(text.getBytes(UTF_8));
    mac.update((byte) '\n');
  }
}
