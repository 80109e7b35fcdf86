package io.minewatch.alerting.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class KnownPasswordsTest {
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private int slowly;

  private final PasswordEncoder slow =
      new PasswordEncoder() {
        @Override
        public String encode(@Nullable CharSequence password) {
          return "hash of " + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
          slowly++;
          return encode(password).equals(stored);
        }
      };

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private final KnownPasswords known = new KnownPasswords(slow, clock);

  private boolean matches(String password, String stored) {
    return known.matches(password, stored);
  }

  @Test
  void aRightPasswordIsHashedOnceInAFewMinutes() {
    assertThat(matches("right", "hash of right")).isTrue();
    now = now.plus(KnownPasswords.VALID).minusMillis(1);
    assertThat(matches("right", "hash of right")).isTrue();
    assertThat(slowly).isEqualTo(1);
    now = now.plusMillis(1);
    assertThat(matches("right", "hash of right")).isTrue();
    assertThat(slowly).isEqualTo(2);
  }

  @Test
  void aWrongPasswordIsHashedEachTime() {
    matches("right", "hash of right");
    assertThat(matches("wrong", "hash of right")).isFalse();
    assertThat(matches("wrong", "hash of right")).isFalse();
    assertThat(slowly).isEqualTo(3);
  }

  @Test
  void theOldPasswordIsNotKnownAfterAChange() {
    matches("old", "hash of old");
    assertThat(matches("old", "hash of new")).isFalse();
  }

  @Test
  void theSamePasswordOfSomebodyElseIsNotKnown() {
    matches("right", "hash of right");
    assertThat(matches("right", "another hash of right")).isFalse();
  }

  @Test
  void theFirstGoesWhenThereAreTooMany() {
    for (int i = 0; i <= KnownPasswords.MOST; i++) {
      matches("p" + i, "hash of p" + i);
    }
    matches("p1", "hash of p1");
    assertThat(slowly).isEqualTo(KnownPasswords.MOST + 1);
    matches("p0", "hash of p0");
    assertThat(slowly).isEqualTo(KnownPasswords.MOST + 2);
  }

  @Test
  void aClockPutBackKnowsNoneForLonger() {
    matches("right", "hash of right");
    now = now.minus(Duration.ofHours(1));
    assertThat(matches("right", "hash of right")).isTrue();
    assertThat(slowly).as("its five minutes have not begun").isEqualTo(2);
  }
}
