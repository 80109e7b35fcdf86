package io.minewatch.alerting.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a few minutes which passwords were right, so that a program that sends its own with
 * every request does not cost a slow hash each time. A wrong password is never remembered and costs
 * what it did; a changed one is not known, as the stored hash is part of what is remembered. Kept
 * are digests under a key that this process alone has, never a password.
 */
public final class KnownPasswords implements PasswordEncoder {
  /** How long a right password is known; the slow hash is then computed again. */
  static final Duration VALID = Duration.ofMinutes(5);

  /** How many are known at once; the one that was proved first goes. */
  static final int MOST = 1_024;

  private final PasswordEncoder slow;
  private final Clock clock;
  private final SecretKeySpec key;

  private final Map<String, Instant> provedAt =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  public KnownPasswords(PasswordEncoder slow, Clock clock) {
    this.slow = slow;
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, "HmacSHA256");
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return slow.encode(password);
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
    if (password == null || stored == null) {
      return slow.matches(password, stored);
    }
    String digest = digest(password, stored);
    Instant now = clock.instant();
    synchronized (provedAt) {
      Instant at = provedAt.get(digest);
      if (at != null && !now.isBefore(at) && now.isBefore(at.plus(VALID))) {
        return true;
      }
    }
    if (!slow.matches(password, stored)) {
      return false;
    }
    synchronized (provedAt) {
      provedAt.remove(digest);
      provedAt.put(digest, now);
    }
    return true;
  }

  @Override
  public boolean upgradeEncoding(@Nullable String stored) {
    return slow.upgradeEncoding(stored);
  }

  /** What comes first has a fixed length, so no other pair reads the same. */
  private String digest(CharSequence password, String stored) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(MessageDigest.getInstance("SHA-256").digest(bytes(stored)));
      return new String(mac.doFinal(bytes(password)), StandardCharsets.ISO_8859_1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256 and SHA-256", e);
    }
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
