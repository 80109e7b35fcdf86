package io.minewatch.alerting.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has to wait before the next try to sign in: a name at an address after some failures, longer
 * with each; and an address after many failures under whatever names. A name alone is never locked,
 * so nobody can lock a dispatcher out from somewhere else.
 *
 * <p>In memory and bounded: a failure costs no write to the journal's database, and a restart
 * forgives. Times are wall time and come in.
 */
public final class Lockouts {
  /** Failures of a name at an address that cost no wait yet. */
  static final int FREE = 5;

  /** Failures of an address under all names together that cost no wait yet. */
  static final int FREE_OF_ADDRESS = 50;

  /** The first wait; doubled with every failure after it. */
  static final Duration FIRST_WAIT = Duration.ofSeconds(30);

  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /** Failures are forgotten when none has followed for so long. */
  static final Duration FORGOTTEN = Duration.ofHours(1);

  /** Pairs, and addresses, that are remembered; beyond it the one longest untouched is not. */
  static final int REMEMBERED = 10_000;

  /** A longer name is no account's, and is counted for its address only. */
  static final int LONGEST_NAME = 64;

  private record Pair(String name, String address) {}

  private record Count(int failures, Instant last, Instant until) {}

  private final Map<Pair, Count> pairs = new Remembered<>();
  private final Map<String, Count> addresses = new Remembered<>();

  private static final class Remembered<K> extends LinkedHashMap<K, Count> {
    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, Count> eldest) {
      return size() > REMEMBERED;
    }
  }

  /** Until when this name may not try from this address, or null if it may. */
  public synchronized @Nullable Instant lockedUntil(String name, String address, Instant now) {
    Instant pair = until(pairs.get(new Pair(name, address)), now);
    Instant whole = until(addresses.get(address), now);
    if (pair == null || whole == null) {
      return pair == null ? whole : pair;
    }
    return pair.isAfter(whole) ? pair : whole;
  }

  private static @Nullable Instant until(@Nullable Count count, Instant now) {
    return count == null || !count.until.isAfter(now) ? null : count.until;
  }

  public synchronized void failed(String name, String address, Instant now) {
    if (name.length() <= LONGEST_NAME) {
      pairs.compute(new Pair(name, address), (key, count) -> next(count, FREE, now));
    }
    addresses.compute(address, (key, count) -> next(count, FREE_OF_ADDRESS, now));
  }

  private static Count next(@Nullable Count count, int free, Instant now) {
    int before = count == null || !now.isBefore(count.last.plus(FORGOTTEN)) ? 0 : count.failures;
    int failures = before + 1;
    if (failures < free) {
      return new Count(failures, now, now);
    }
    int doublings = Math.min(failures - free, 10);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return new Count(
        failures, now, now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
  }

  /** The right password: this name at this address begins anew; what the address did stays. */
  public synchronized void succeeded(String name, String address) {
    pairs.remove(new Pair(name, address));
  }
}
