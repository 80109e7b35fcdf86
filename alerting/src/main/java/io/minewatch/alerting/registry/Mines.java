package io.minewatch.alerting.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The mines of the registry as they are now, by code. Replaced one by one when one is changed. */
public final class Mines {
  private volatile Map<String, MineEntry> byCode;

  /** Paths of those that are registered and were never told a plan, by code. */
  private final Map<String, String> withoutPlan = new ConcurrentHashMap<>();

  public Mines(Map<String, MineEntry> byCode) {
    this.byCode = new TreeMap<>(byCode);
  }

  /** The mine, or null if it is not registered. */
  public @Nullable MineEntry find(String code) {
    return byCode.get(code);
  }

  /**
   * A mine is registered, but its document is not sound and it never had a plan: it is none of
   * {@link #all()}, and those of its jurisdiction must hear of it all the same.
   */
  public void withoutPlan(String code, List<String> jurisdiction) {
    withoutPlan.put(code, MineEntry.path(jurisdiction, code));
  }

  /** The path of a mine, with or without a plan; null if it is not registered. */
  public @Nullable String path(String code) {
    MineEntry entry = byCode.get(code);
    return entry == null ? withoutPlan.get(code) : entry.path();
  }

  /** The paths of all that have a plan, by code. */
  public Map<String, String> paths() {
    Map<String, String> paths = new TreeMap<>();
    byCode.forEach((code, mine) -> paths.put(code, mine.path()));
    return paths;
  }

  public Collection<MineEntry> all() {
    return byCode.values();
  }

  /** The scope of the mine where only one is registered, else the nation's. */
  public String home() {
    Collection<MineEntry> all = all();
    return all.size() == 1 ? all.iterator().next().path() : "";
  }

  /** The versions of the registries, by mine. */
  public Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    byCode.forEach((code, mine) -> versions.put(code, mine.version()));
    return versions;
  }

  /** Takes a changed or new mine, unless a newer version of it is here already. */
  public synchronized void put(MineEntry entry) {
    Map<String, MineEntry> next = new TreeMap<>(byCode);
    next.merge(
        entry.plan().mine().value(),
        entry,
        (known, given) -> given.version() < known.version() ? known : given);
    byCode = next;
    withoutPlan.remove(entry.plan().mine().value());
  }
}
