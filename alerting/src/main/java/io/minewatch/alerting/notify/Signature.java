package io.minewatch.alerting.notify;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over time and body, in both directions: {@code Minewatch-Signature: t=<seconds since
 * 1970>,v1=<hex>} over {@code <seconds>.<body>}. The time bounds how long a copy can be played
 * again; the attempt id in the body makes playing it again change nothing.
 */
public final class Signature {
  public static final String HEADER = "Minewatch-Signature";

  /** How far the sender's clock may be off, and how old a message may be. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The header's value. */
  public static String of(Secret secret, Instant at, byte[] body) {
    long seconds = at.getEpochSecond();
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(secret, seconds, body));
  }

  /** Whether the header fits the body and is neither old nor of the future. */
  public static boolean isValid(Secret secret, String header, byte[] body, Instant now) {
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      return false;
    }
    long seconds = Long.parseLong(form.group(1));
    Duration off = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
    byte[] given = HexFormat.of().parseHex(form.group(2));
    return off.compareTo(TOLERANCE) <= 0
        && MessageDigest.isEqual(given, mac(secret, seconds, body)); // takes the same time always
  }

  private static byte[] mac(Secret secret, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
