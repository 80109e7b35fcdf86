package io.minewatch.e2e.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The archive in two pages, one shift handed over, guidance and a day of feeds, as the API has
 * them.
 */
final class StubRecords {
  private static final Map<String, Object> MINE =
      Map.of("id", "140921021337", "chinese", "示范煤矿", "english", "Model Colliery");
  private static final String NEXT = "1~i-older";

  private final Clock clock;
  private final StubBooks books;
  private final List<Map<String, Object>> shifts = new ArrayList<>();

  StubRecords(Clock clock) {
    this.clock = clock;
    books = new StubBooks(clock);
  }

  /** The answer to a question about records; null when it is about something else. */
  synchronized @Nullable Object answer(String path, @Nullable String query) {
    String asked = query == null ? "" : query;
    if (path.equals("/api/archive")) {
      return archive(asked);
    } else if (path.endsWith("/guidance")) {
      return List.of(advice("gas-cut", "核对断电区域", "HIGH"), advice("gas-own", "现场核对", "PROPOSAL"));
    } else if (path.equals("/api/shifts/now")) {
      return matters();
    } else if (path.equals("/api/shifts")) {
      return List.copyOf(shifts);
    } else if (path.startsWith("/api/shifts/")) {
      return Map.of("shift", shifts.get(0), "matters", matters(), "isAsGiven", true);
    }
    return path.endsWith("/feed-health") ? health() : books.answer(path);
  }

  /** Gives, or takes what was given; answers how the shift stands then. */
  synchronized Map<String, Object> act(String path, String who, Map<?, ?> body) {
    if (path.endsWith("/take")) {
      Map<String, Object> taken = new LinkedHashMap<>(shifts.get(0));
      taken.putAll(Map.of("standing", "TAKEN", "taker", who, "takerName", who));
      taken.putAll(Map.of("taken", clock.instant(), "remarks", body.get("remarks")));
      shifts.set(0, taken);
    } else {
      Map<String, Object> given = new LinkedHashMap<>();
      given.putAll(Map.of("id", "s-7", "scope", "mine", "standing", "GIVEN", "giver", who));
      given.putAll(Map.of("giverName", who, "given", clock.instant(), "receiver", "李"));
      given.putAll(Map.of("notes", body.get("notes"), "remarks", "", "isYours", true));
      given.put("isOfScope", true);
      shifts.add(0, given);
    }
    return shifts.get(0);
  }

  /** From now on somebody else looks. */
  synchronized void seenByAnother() {
    shifts.replaceAll(
        shift -> {
          Map<String, Object> other = new LinkedHashMap<>(shift);
          other.put("isYours", false);
          return other;
        });
  }

  private static Map<String, Object> advice(String id, String text, String confidence) {
    return Map.of(
        "id",
        id,
        "hazard",
        "GAS",
        "measures",
        List.of(),
        "from",
        "YELLOW",
        "text",
        text,
        "textEnglish",
        "See that the power is off",
        "reason",
        "HARMFUL_GAS",
        "source",
        Map.of("clause", "第528条", "confidence", confidence));
  }

  private static Map<String, Object> archive(String query) {
    Map<String, Object> page = new HashMap<>();
    boolean first = !query.contains("after=");
    String id = query.contains("severity=RED") ? "i-red" : first ? "i-newer" : "i-older";
    page.put("lines", List.of(line(id)));
    page.put("found", first ? 2 : null);
    page.put("next", first && !query.contains("severity=RED") ? NEXT : null);
    return page;
  }

  private static Map<String, Object> line(String id) {
    Map<String, Object> line = new HashMap<>();
    line.putAll(Map.of("id", id, "mine", "140921021337", "mineName", "示范煤矿"));
    line.putAll(Map.of("mineNameEnglish", "Model Colliery", "opened", "2026-02-28T16:00:00Z"));
    line.putAll(Map.of("closed", "2026-02-28T18:00:00Z", "stage", "CLOSED", "severity", "RED"));
    line.putAll(Map.of("hazards", List.of("GAS"), "how", "FORCED", "drill", false, "people", 9));
    line.putAll(Map.of("subject", id, "subjectEnglish", id, "what", "甲烷", "measure", "METHANE"));
    line.putAll(Map.of("whatEnglish", "methane", "peak", 1.62, "unit", "%CH4"));
    return line;
  }

  private Map<String, Object> matters() {
    Instant now = clock.instant();
    Map<String, Object> incident = new HashMap<>();
    incident.putAll(Map.of("id", "i-1", "mine", MINE, "severity", "RED", "stage", "WITHDRAWING"));
    incident.put("place", Map.of("id", "face", "chinese", "0101采煤工作面", "english", "Face 0101"));
    incident.put("what", Map.of("id", "measure.METHANE", "chinese", "", "english", ""));
    incident.putAll(Map.of("drill", false, "onset", now.minusSeconds(900), "due", "EMPTY"));
    incident.putAll(Map.of("dueAt", now.plusSeconds(600), "orders", 1, "inside", 4));
    Map<String, Object> all = new HashMap<>();
    all.putAll(Map.of("at", now, "incidents", List.of(incident), "incidentsTotal", 1));
    all.putAll(Map.of("version", "v", "inside", 4, "insideUnknown", true, "unheard", 0));
    all.put("pointsNamed", true);
    all.putAll(Map.of("mines", List.of(mineLine(now)), "minesTotal", 1, "gapsTotal", 1));
    all.putAll(Map.of("points", List.of(), "pointsTotal", 0, "gateways", List.of()));
    all.putAll(Map.of("gatewaysTotal", 0, "troubles", List.of()));
    all.put(
        "gaps",
        List.of(
            Map.of(
                "mine",
                MINE,
                "rung",
                3,
                "position",
                Map.of("id", "3", "chinese", "矿长", "english", "mine head"),
                "from",
                now,
                "until",
                now.plusSeconds(86_400))));
    return all;
  }

  private static Map<String, Object> mineLine(Instant now) {
    Map<String, Object> line = new HashMap<>();
    line.putAll(Map.of("mine", MINE, "said", now, "heard", true, "underground", 24));
    line.putAll(Map.of("points", 12, "dark", 1, "blind", 0, "missing", 0, "notJudged", 0));
    line.put("placed", true);
    return line;
  }

  private static Map<String, Object> health() {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (String state : List.of("FULL", "PARTLY", "UNMEASURED", "SILENT", "AHEAD")) {
      cells.add(Map.of("state", state, "percent", 83));
    }
    Map<String, Object> health = new HashMap<>();
    health.putAll(Map.of("mine", "140921021337", "day", "2026-03-01", "points", 1));
    health.put("timeZone", "Asia/Shanghai");
    health.put(
        "hours",
        List.of("16", "17", "18", "19", "20").stream()
            .map(hour -> "2026-02-28T" + hour + ":00:00Z")
            .toList());
    health.put(
        "rows",
        List.of(
            Map.of("point", "T1-0101", "name", "0101面T1", "nameEnglish", "T1", "cells", cells)));
    health.put("next", null);
    return health;
  }
}
