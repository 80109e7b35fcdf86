package io.minewatch.alerting.registry;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The mines of the registry as they are now, by code. Replaced one by one when one is changed. */
public final class Mines {
  private volatile Map<String, MineEntry> byCode;

  public Mines(Map<String, MineEntry> byCode) {
    this.byCode = new TreeMap<>(byCode);
  }

  /** The mine, or null if it is not registered. */
  public @Nullable MineEntry find(String code) {
    return byCode.get(code);
  }

  public Collection<MineEntry> all() {
    return byCode.values();
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
  }
}
