package io.minewatch.alerting.root;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.root.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest of what the archive job has told of each registered mine. In memory: it is told again
 * every few minutes. Takes nothing where there is no key, or what was sealed with another.
 */
public final class ToldRoots {
  /** How long after its begin an hour is told for sure: it is over, and some time went by. */
  private static final Duration OVER = Duration.ofMinutes(75);

  /** The last hours of which each is told if anything was written: one less than are told. */
  private static final int TOLD_WHOLE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(ToldRoots.class);

  private final @Nullable RootKey key;
  private final String keyId;
  private final Predicate<String> registered;
  private final Map<String, Told> newest = new ConcurrentHashMap<>();
  private final Set<String> news = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean otherKey = new AtomicBoolean();

  private record Told(KeptRoots now, @Nullable KeptRoots before) {}

  /**
   * Describes it.
   *
   * @param key shared with the archive job; null if there is none
   * @param registered whether there is a mine of that code
   */
  public ToldRoots(@Nullable RootKey key, Predicate<String> registered) {
    this.key = key;
    this.keyId = key == null ? "" : key.id();
    this.registered = registered;
  }

  /** Takes data roots among all that is seen. */
  public void seen(Object message) {
    if (message instanceof KeptRoots told) {
      take(told);
    }
  }

  /** What is older than what is known is passed over. */
  void take(KeptRoots told) {
    String mine = told.mine().value();
    if (key == null || !registered.test(mine)) {
      return;
    }
    if (!told.key().equals(keyId)) {
      if (!otherKey.getAndSet(true)) {
        LOG.error("the archive job seals data roots with another key: nothing can be compared");
      }
      return;
    }
    otherKey.set(false);
    newest.merge(
        mine,
        new Told(told, null),
        (old, fresh) ->
            fresh.now().at().isAfter(old.now().at()) ? new Told(fresh.now(), old.now()) : old);
    news.add(mine);
  }

  /** The mines of which something was told since this was last asked. */
  public Set<String> news() {
    Set<String> taken = new HashSet<>(news);
    news.removeAll(taken);
    return taken;
  }

  /** The newest of a mine, or null. */
  public @Nullable KeptRoots of(String mine) {
    Told told = newest.get(mine);
    return told == null ? null : told.now();
  }

  /**
   * Whether an hour was told the same twice, or is told no more: then nothing was written to it in
   * between.
   */
  public boolean isQuiet(String mine, KeptRoots.Hour hour) {
    Told told = newest.get(mine);
    return told != null
        && (isPast(told.now(), hour.hour())
            || (told.before() != null && hours(told.before()).contains(hour)));
  }

  /** What was told of an hour, or null. */
  public static KeptRoots.@Nullable Hour hour(@Nullable KeptRoots told, Instant hour) {
    if (told != null) {
      for (KeptRoots.Hour each : hours(told)) {
        if (each.hour().equals(hour)) {
          return each;
        }
      }
    }
    return null;
  }

  /**
   * Whether an hour has been told by now, if anything was written to it.
   *
   * @param told the newest of its mine
   */
  public static boolean wasTold(KeptRoots told, Instant hour) {
    return !hour.isBefore(told.since()) && !told.at().isBefore(hour.plus(OVER));
  }

  /** Whether it was, and is told no more: nothing was written to it for hours. */
  public static boolean isPast(KeptRoots told, Instant hour) {
    return wasTold(told, hour) && hour(told, hour) == null;
  }

  /**
   * All hours that were told, those of which nothing was written too: of the last ones each is told
   * that is over and of which something was.
   */
  public static List<KeptRoots.Hour> hours(KeptRoots told) {
    Map<Instant, KeptRoots.Hour> all = new TreeMap<>();
    Instant newest = told.at().minus(OVER).truncatedTo(ChronoUnit.HOURS);
    for (int i = 0; i < TOLD_WHOLE; i++) {
      Instant hour = newest.minus(Duration.ofHours(i));
      if (!hour.isBefore(told.since())) {
        all.put(hour, new KeptRoots.Hour(hour, List.of()));
      }
    }
    told.hours().forEach(each -> all.put(each.hour(), each));
    return List.copyOf(all.values());
  }

  /** What makes the same seals, for one thread; null where there is no key. */
  public @Nullable Sealer sealer() {
    return key == null ? null : key.sealer();
  }
}
