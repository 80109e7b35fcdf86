package io.minewatch.alerting.root;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.root.Sealer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

  /** Whether an hour was told the same twice: then nothing was written to it in between. */
  public boolean isQuiet(String mine, KeptRoots.Hour hour) {
    Told told = newest.get(mine);
    return told != null && told.before() != null && told.before().hours().contains(hour);
  }

  /** What was told of an hour, or null. */
  public static KeptRoots.@Nullable Hour hour(@Nullable KeptRoots told, Instant hour) {
    if (told != null) {
      for (KeptRoots.Hour each : told.hours()) {
        if (each.hour().equals(hour)) {
          return each;
        }
      }
    }
    return null;
  }

  /** What makes the same seals, for one thread; null where there is no key. */
  public @Nullable Sealer sealer() {
    return key == null ? null : key.sealer();
  }
}
