package io.minewatch.e2e.console;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan whose zones lie side by side; all its points are in the first of them. */
final class StubColumns {
  private StubColumns() {}

  static Object of(Plan plan, int count) throws WireException {
    Map<?, ?> known = Messages.read(Messages.write(plan), Map.class);
    Map<?, ?> first = (Map<?, ?>) ((List<?>) known.get("zones")).get(0);
    List<Map<Object, Object>> zones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<Object, Object> zone = new HashMap<>(first);
      zone.putAll(Map.of("id", "z-" + i, "x", i, "y", 0, "neighbours", List.of()));
      zones.add(zone);
    }
    List<Map<Object, Object>> points = new ArrayList<>();
    for (Object each : (List<?>) known.get("points")) {
      Map<Object, Object> point = new HashMap<>((Map<?, ?>) each);
      point.put("zone", "z-0");
      points.add(point);
    }
    Map<Object, Object> changed = new HashMap<>(known);
    changed.put("zones", zones);
    changed.put("points", points);
    return changed;
  }
}
