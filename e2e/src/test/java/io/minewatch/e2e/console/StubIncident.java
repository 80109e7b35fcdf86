package io.minewatch.e2e.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One scripted incident with just enough of a chain to be driven from the page. */
final class StubIncident {
  final String id;
  private final Clock clock;
  private final Instant onset;
  private final String zone;
  private final List<Map<String, Object>> findings = new ArrayList<>();
  private final List<Map<String, Object>> timeline = new ArrayList<>();
  private final List<Map<String, Object>> orders = new ArrayList<>();
  private String severity;
  private String stage = "CALLED";
  private List<String> next = List.of("ACKNOWLEDGE", "ORDER");
  private List<String> missing = List.of("READINGS_NOT_RESTORED", "NOT_ACKNOWLEDGED");
  private @Nullable Map<String, Object> due;
  private @Nullable Map<String, Object> muster;
  private @Nullable Instant answered;
  private Map<String, Object> elsewhere = Map.of();
  private int version = 3;
  private boolean drill;

  StubIncident(String id, String zone, String severity, Map<String, Object> finding, Clock clock) {
    this.id = id;
    this.zone = zone;
    this.severity = severity;
    this.clock = clock;
    onset = clock.instant().minusSeconds(95);
    findings.add(withTimes(finding));
    due = due("ACKNOWLEDGE", 85);
    note("system", "OPENED", "甲烷超过报警值", "Methane over the alarm value");
    note("system", "CALLED", "叫应当班调度员（调度台）", "Shift dispatcher called (console)");
  }

  /** An exercise: it is called as a real one is, and marked. */
  synchronized StubIncident ofDrill() {
    drill = true;
    return this;
  }

  private Map<String, Object> withTimes(Map<String, Object> finding) {
    Map<String, Object> full = new LinkedHashMap<>(finding);
    full.putAll(
        Map.of("zone", zone, "severity", severity, "open", true, "onset", onset, "judged", now()));
    full.putAll(Map.of("measured", now().minusMillis(400), "received", now().minusMillis(150)));
    full.putAll(Map.of("peakAt", now(), "planVersion", 3, "id", "f-" + finding.get("point")));
    return full;
  }

  private Instant now() {
    return clock.instant();
  }

  private Map<String, Object> due(String what, int seconds) {
    return Map.of("what", what, "at", now().plusSeconds(seconds), "rung", 1);
  }

  private void note(String who, String what, String text, String english) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("seq", timeline.size() + 1);
    step.put("at", now());
    step.put("who", who);
    step.put("what", what);
    step.put("text", text);
    step.put("textEnglish", english);
    timeline.add(step);
  }

  /** It is not of the mine in view: the view brings along what its own mine calls its things. */
  synchronized StubIncident of(String mine, String zoneName, String pointName) {
    elsewhere =
        Map.of(
            "mine",
            mine,
            "mineName",
            "邻矿",
            "mineNameEnglish",
            "Neighbour",
            "zoneNames",
            List.of(Map.of("id", zone, "name", zoneName, "nameEnglish", zoneName)));
    findings.get(0).putAll(Map.of("name", pointName, "nameEnglish", pointName));
    return this;
  }

  /** The point goes dark while in alarm. */
  synchronized void goBlind() {
    findings.get(0).put("blind", true);
    findings.get(0).put("kind", "BLIND");
    findings.get(0).put("severity", "RED");
    severity = "RED";
    version++;
    note("system", "FINDING", "测点断线，报警保持并升级", "Point dark in alarm: it holds and rises");
  }

  /** Something happens between what the person sees and what the person presses. */
  synchronized void moveOn() {
    version++;
  }

  /** What the page sent is carried out, or a refusal code is answered. */
  synchronized @Nullable String act(Map<?, ?> body, String who, List<Map<String, Object>> people) {
    if (((Number) body.get("version")).intValue() != version) {
      note(who, "REFUSED", "版本已变化", "The version had changed");
      return "STALE";
    }
    String act = (String) body.get("act");
    if (!next.contains(act)) {
      return "NOT_OPEN";
    }
    version++;
    switch (act) {
      case "ACKNOWLEDGE" -> acknowledge(who);
      case "RESPOND" -> {
        move("RESPONDING", List.of("ORDER"), due("ACT", 300));
        missing = List.of("READINGS_NOT_RESTORED");
        note(who, "RESPONDED", (String) body.get("measures"), (String) body.get("measures"));
      }
      case "ORDER" -> order(body, who, people);
      default -> {
        move("CLOSED", List.of(), null);
        missing = List.of();
        note(who, "CLOSED", (String) body.get("note"), (String) body.get("note"));
      }
    }
    return null;
  }

  private void acknowledge(String who) {
    answered = now();
    missing = List.of("READINGS_NOT_RESTORED", "NOT_RESPONDED");
    move("ACKNOWLEDGED", List.of("RESPOND", "ORDER"), due("RESPOND", 300));
    note(who, "ACKNOWLEDGED", "当班调度员已回应", "The shift dispatcher has answered");
  }

  private void order(Map<?, ?> body, String who, List<Map<String, Object>> people) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("id", "o-1");
    for (String field : List.of("grade", "reason", "zones", "text")) {
      order.put(field, body.get(field));
    }
    order.put("issued", now());
    order.put("issuedBy", who);
    orders.add(order);
    missing = List.of("READINGS_NOT_RESTORED", "PEOPLE_REMAIN");
    remain(people.size(), people, null);
    move("WITHDRAWING", List.of("ORDER"), due("EMPTY", 900));
    note(who, "ORDERED", "下令撤人：" + body.get("zones"), "Withdrawal ordered: " + body.get("zones"));
  }

  synchronized void remain(
      int listed, List<Map<String, Object>> people, @Nullable Instant emptied) {
    Map<String, Object> count = new LinkedHashMap<>();
    count.put("at", now());
    count.put("lastFix", now().minusSeconds(3));
    count.put("listed", listed);
    count.put("remaining", people);
    count.put("emptiedAt", emptied);
    muster = count;
    version++;
    if (emptied != null) {
      missing = List.of();
      move("WITHDRAWN", List.of("CLOSE"), null);
      findings.get(0).putAll(Map.of("open", false, "kind", "CLEARED", "cleared", now()));
      note("system", "EMPTIED", "区域内人员全部撤出", "Everyone seen outside the zones");
    }
  }

  private void move(String to, List<String> acts, @Nullable Map<String, Object> clockOf) {
    stage = to;
    next = acts;
    due = clockOf;
  }

  synchronized boolean isOpen() {
    return !stage.equals("CLOSED");
  }

  synchronized Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", id);
    view.put("mine", "140921021337");
    view.put("mineName", "示范煤矿");
    view.put("mineNameEnglish", "Model Colliery");
    view.put("zones", List.of(zone));
    view.put("severity", severity);
    view.put("stage", stage);
    view.put("version", version);
    view.put("drill", drill);
    view.put("opened", onset.plusMillis(700));
    view.put("onset", onset);
    view.put("findings", List.copyOf(findings));
    view.put("due", due);
    view.put("next", next);
    view.put("missingForClose", missing);
    view.put("orders", List.copyOf(orders));
    view.put("muster", muster);
    view.put("calls", List.of(call()));
    view.put("timeline", List.copyOf(timeline));
    view.putAll(elsewhere);
    return view;
  }

  private Map<String, Object> call() {
    Map<String, Object> call = new LinkedHashMap<>();
    call.putAll(Map.of("id", "c-1", "rung", 1, "position", "当班调度员", "channel", "console"));
    call.put("placed", onset.plusSeconds(1));
    call.put("answered", answered);
    call.put("positionEnglish", "shift dispatcher");
    call.put("outcome", answered == null ? "PLACED" : "CONFIRMED");
    return call;
  }
}
