package io.minewatch.alerting.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockoutsTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");
  private final Lockouts lockouts = new Lockouts();

  @Test
  void aNameIsLockedOnlyAtTheAddressThatFailed() {
    fail("dispatcher", "10.0.0.9", Lockouts.FREE - 1, T);
    assertThat(lockouts.lockedUntil("dispatcher", "10.0.0.9", T)).isNull();
    fail("dispatcher", "10.0.0.9", 1, T);
    assertThat(lockouts.lockedUntil("dispatcher", "10.0.0.9", T))
        .isEqualTo(T.plus(Lockouts.FIRST_WAIT));
    assertThat(lockouts.lockedUntil("dispatcher", "10.0.0.1", T)).isNull();
    assertThat(lockouts.lockedUntil("leader", "10.0.0.9", T)).isNull();
    assertThat(lockouts.lockedUntil("dispatcher", "10.0.0.9", T.plus(Lockouts.FIRST_WAIT)))
        .isNull();
  }

  @Test
  void everyFurtherFailureDoublesTheWaitUpToTheLongest() {
    fail("leader", "a", Lockouts.FREE, T);
    fail("leader", "a", 1, T);
    assertThat(wait("leader", "a", T)).isEqualTo(Lockouts.FIRST_WAIT.multipliedBy(2));
    fail("leader", "a", 1, T);
    assertThat(wait("leader", "a", T)).isEqualTo(Lockouts.FIRST_WAIT.multipliedBy(4));
    fail("leader", "a", 40, T);
    assertThat(wait("leader", "a", T)).isEqualTo(Lockouts.LONGEST_WAIT);
  }

  @Test
  void failuresAreForgottenWhenNoneFollows() {
    fail("leader", "a", Lockouts.FREE - 1, T);
    Instant later = T.plus(Lockouts.FORGOTTEN);
    fail("leader", "a", 1, later);
    assertThat(lockouts.lockedUntil("leader", "a", later)).isNull();
  }

  @Test
  void anAddressThatTriesManyNamesIsLockedForAllAndNoOther() {
    for (int i = 0; i < Lockouts.FREE_OF_ADDRESS; i++) {
      fail("name" + i, "a", 1, T);
    }
    assertThat(lockouts.lockedUntil("dispatcher", "a", T)).isNotNull();
    assertThat(lockouts.lockedUntil("dispatcher", "b", T)).isNull();
  }

  @Test
  void theRightPasswordBeginsANewCountForItsNameOnly() {
    fail("leader", "a", Lockouts.FREE - 1, T);
    lockouts.succeeded("leader", "a");
    fail("leader", "a", 1, T);
    assertThat(lockouts.lockedUntil("leader", "a", T)).isNull();
    fail("other", "a", Lockouts.FREE_OF_ADDRESS - Lockouts.FREE - 1, T);
    lockouts.succeeded("leader", "a");
    fail("third", "a", 1, T);
    assertThat(lockouts.lockedUntil("leader", "a", T)).isNotNull();
  }

  @Test
  void isBoundedHoweverManyNamesAndAddressesCome() {
    fail("dispatcher", "a", Lockouts.FREE, T);
    for (int i = 0; i < Lockouts.REMEMBERED; i++) {
      fail("n" + i, "address" + i, 1, T);
    }
    assertThat(lockouts.lockedUntil("dispatcher", "a", T)).as("the oldest is gone").isNull();
    fail("x".repeat(Lockouts.LONGEST_NAME + 1), "b", Lockouts.FREE, T);
    assertThat(lockouts.lockedUntil("x".repeat(Lockouts.LONGEST_NAME + 1), "b", T)).isNull();
  }

  private Duration wait(String name, String address, Instant now) {
    return Duration.between(now, lockouts.lockedUntil(name, address, now));
  }

  private void fail(String name, String address, int times, Instant now) {
    for (int i = 0; i < times; i++) {
      lockouts.failed(name, address, now);
    }
  }
}
