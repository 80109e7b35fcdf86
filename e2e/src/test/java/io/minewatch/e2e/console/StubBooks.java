package io.minewatch.e2e.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mine behind its seal and the books of its shifts, as the API has them. */
final class StubBooks {
  private static final int SHIFTS = 12;

  private final Clock clock;

  StubBooks(Clock clock) {
    this.clock = clock;
  }

  /** The answer to a question about them; null when it is about something else. */
  @Nullable Object answer(String path) {
    return path.endsWith("/seal") ? seal() : path.endsWith("/books") ? books() : null;
  }

  private Map<String, Object> seal() {
    Instant now = clock.instant();
    Map<String, Object> seal = new HashMap<>();
    seal.putAll(Map.of("sealed", true, "status", "SUSPENDED", "since", ago(80), "shift", ago(3)));
    Map<String, Object> sign = new HashMap<>();
    sign.putAll(Map.of("kind", "HOIST_SHARE", "point", "", "seen", 1.36, "limit", 1.2));
    sign.putAll(Map.of("since", ago(3), "words", "提升用电占比高于生产期间"));
    seal.put("signs", List.of(sign));
    seal.put("clue", false);
    seal.put(
        "heard",
        List.of(
            Map.of("watched", "POWER", "point", "M1", "windows", 11, "newest", now),
            Map.of("watched", "BELT", "point", "B1", "windows", 0, "newest", ago(30))));
    return seal;
  }

  private Instant ago(int hours) {
    return clock.instant().minus(Duration.ofHours(hours));
  }

  private Map<String, Object> books() {
    List<Object> shifts = new ArrayList<>();
    for (int back = 0; back < SHIFTS; back++) {
      shifts.add(shift(back));
    }
    Map<String, Object> books = new HashMap<>();
    books.put("from", null);
    books.put("units", units());
    books.put("shifts", shifts);
    books.put("disagreements", List.of(pair("POWER_BEFORE", 0.6), pair("HOIST_POWER", 0.36)));
    books.put(
        "stood",
        List.of(Map.of("place", "x-7", "hours", 31.5, "since", ago(60), "shifts", 3, "words", "")));
    return books;
  }

  private static Map<String, Object> units() {
    Map<String, Object> units = new LinkedHashMap<>();
    units.put("PEOPLE", "persons");
    units.put("POWER", "kWh");
    units.put("HOIST_POWER", "kWh");
    units.put("OUTPUT", "t");
    units.put("GAS", "m³");
    return units;
  }

  private Map<String, Object> pair(String pair, double over) {
    Map<String, Object> one = new HashMap<>();
    one.putAll(Map.of("pair", pair, "since", ago(66), "shifts", 3, "over", over));
    one.putAll(Map.of("deviations", over / 0.03, "words", ""));
    return one;
  }

  private Map<String, Object> shift(int back) {
    boolean odd = back < 8 && back % 3 == 1;
    double power = odd ? 25_600 : 16_000;
    double share = back < 9 ? 0.132 : 0.097;
    Map<String, Object> values = new HashMap<>();
    values.putAll(Map.of("POWER", power, "HOIST_POWER", share * power, "OUTPUT", 0.0));
    if (back % 2 == 0) {
      values.put("PEOPLE", 21.0);
    }
    Map<String, Object> residual = new HashMap<>();
    residual.putAll(Map.of("pair", "HOIST_POWER", "seen", share * power, "baseline", 28));
    residual.putAll(Map.of("expected", 0.097 * power, "over", share / 0.097 - 1));
    residual.putAll(Map.of("deviations", (share / 0.097 - 1) / 0.03, "disagrees", share > 0.1));
    Map<String, Object> shift = new HashMap<>();
    shift.putAll(Map.of("begin", ago(8 * back + 9), "slot", (SHIFTS - back) % 3));
    shift.putAll(Map.of("values", values, "unplanned", odd ? Map.of("x-7", 31.5) : Map.of()));
    shift.put("residuals", back == 5 ? List.of() : List.of(residual));
    shift.put("clue", back == 5 ? null : back < 3);
    return shift;
  }
}
