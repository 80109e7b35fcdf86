package io.minewatch.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.e2e.kill.Plant.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AlertingKilledTest {
  private static final String FACE = "T1-0101";
  private static final String ZONE = "face-0101";
  private static final List<String> PEOPLE = List.of("card-1", "card-2", "card-3");

  /** Longer than a call and its answer take here, shorter than anybody wants to wait. */
  private static final Map<String, String> SOON = Map.of("empty: PT30M", "empty: PT6S");

  /** Readings are restored for this long before their finding clears. */
  private static final Duration HOLD = Duration.ofSeconds(2);

  private static final Map<String, Object> WITHDRAW =
      Map.of("zones", List.of(ZONE), "grade", "SURFACE", "reason", "HARMFUL_GAS", "text", "全部撤出");

  /** With what each process printed; kept when the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private Path rules = Path.of("");

  @BeforeEach
  void shortClocks() throws IOException {
    rules = Checkout.rulesWith(folder.resolve("rules"), "clocks-red", SOON);
    Checkout.change(rules, "reentry-hold", Map.of("time: PT1M", "time: " + HOLD));
  }

  @Test
  void theChainGoesOnWhereItWasKilledUntilTheIncidentIsClosedOnEvidence() throws Exception {
    try (Plant plant = new Plant(folder, rules, null)) {
      plant.start(Part.BROKER);
      plant.start(Part.ALERTING, Part.JUDGE);
      try (Overheard bus = new Overheard(plant.line("observer", "observer.kill"));
          FieldGateway gateway = gateway(plant)) {
        bus.awaitSummary("judging hears the gateway", s -> s.heard() == 1 && s.underground() == 3);
        Person dispatcher = plant.person("dispatcher");
        gateway.measure(FACE, 1.2);

        killedAfterAcknowledging(plant, dispatcher);
        killedWhileTheFaceIsCutOff(plant, dispatcher, gateway, bus);
        killedBeforeTheOrderIsOutAndTheZoneIsDueToBeEmpty(plant, dispatcher);
        peopleLeaveOneByOne(plant, dispatcher, gateway);
        closedOnEvidenceBySomebodyElse(plant, dispatcher, gateway, bus);
        everyStepOnce(dispatcher, bus);
      }
    }
  }

  private static FieldGateway gateway(Plant plant) {
    return new FieldGateway(
        plant.line("gateway", Plant.MINE + ".gw-1"), Map.of(FACE, 0.4), PEOPLE, ZONE);
  }

  private static void killedAfterAcknowledging(Plant plant, Person dispatcher) throws Exception {
    JsonNode called = dispatcher.await("CALLED");
    Person.Answer answer = dispatcher.act(called, "ACKNOWLEDGE", Map.of());
    plant.kill(Part.ALERTING);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(stage(answer.body())).isEqualTo("ACKNOWLEDGED");

    restart(plant, "after an acknowledgement");
    JsonNode after = dispatcher.incident(id(called));
    assertThat(after).isEqualTo(answer.body());

    Person.Answer again = dispatcher.act(called, "ACKNOWLEDGE", Map.of());
    assertThat(again.refusal()).as("it is acknowledged already").isEqualTo("NOT_OPEN");
  }

  private static void killedWhileTheFaceIsCutOff(
      Plant plant, Person dispatcher, FieldGateway gateway, Overheard bus) throws Exception {
    JsonNode before = dispatcher.await("ACKNOWLEDGED");
    plant.kill(Part.ALERTING);
    gateway.measure(FACE, 1.7);
    bus.await(FACE, FindingKind.RAISED);

    restart(plant, "with a finding to take");
    JsonNode after =
        Awaitility.await("the finding told meanwhile is taken")
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> dispatcher.incident(id(before)),
                seen -> seen.path("severity").asString().equals("RED"));
    assertThat(stage(after)).as("the answer was to orange").isIn("WARNED", "CALLED");
    assertGoesOn(before, after);
    Person.Answer again = dispatcher.act(dispatcher.await("CALLED"), "ACKNOWLEDGE", Map.of());
    assertThat(again.status()).isEqualTo(200);
    Person.Answer responded = dispatcher.act(after, "RESPOND", Map.of("measures", "断电 加强通风"));
    assertThat(responded.status()).isEqualTo(200);
    assertThat(stage(responded.body())).isEqualTo("RESPONDING");
  }

  private static void killedBeforeTheOrderIsOutAndTheZoneIsDueToBeEmpty(
      Plant plant, Person dispatcher) throws Exception {
    Person.Answer ordered = dispatcher.act(dispatcher.await("RESPONDING"), "ORDER", WITHDRAW);
    plant.kill(Part.ALERTING);
    assertThat(ordered.status()).isEqualTo(200);
    Instant due = Instant.parse(ordered.body().path("due").path("at").asString());
    Awaitility.await("the step falls due while nobody is there")
        .atMost(Duration.ofSeconds(30))
        .until(() -> Instant.now().isAfter(due));

    restart(plant, "with a step overdue");
    Instant up = Instant.now();
    JsonNode after = dispatcher.incident(id(ordered.body()));
    assertGoesOn(ordered.body(), after);
    List<JsonNode> escalated = rows(after, "ESCALATED");
    assertThat(text(escalated.get(0))).contains("No empty zone in time").contains("s overdue)");
    assertThat(Instant.parse(escalated.get(0).path("at").asString())).isBetween(due, up);
    String once = text(escalated.get(0));
    assertThat(escalated.stream().filter(row -> text(row).equals(once))).hasSize(1);
  }

  private static void peopleLeaveOneByOne(Plant plant, Person dispatcher, FieldGateway gateway) {
    for (int remain = PEOPLE.size(); remain > 0; remain--) {
      JsonNode seen = awaitRemaining(dispatcher, remain);
      assertThat(dispatcher.act(seen, "CLOSE", Map.of("note", "")).refusal())
          .isEqualTo("PEOPLE_REMAIN");
      assertThat(plant.person("leader").act(seen, "CLOSE", Map.of("note", "")).refusal())
          .isEqualTo("PEOPLE_REMAIN");
      gateway.walk(PEOPLE.get(remain - 1), "main-haulage"); // ordered to the surface: not enough
      gateway.leave(PEOPLE.get(remain - 1));
    }
    dispatcher.await("WITHDRAWN");
    assertThat(awaitRemaining(dispatcher, 0).path("muster").path("listed").asInt()).isEqualTo(3);
  }

  private static JsonNode awaitRemaining(Person dispatcher, int people) {
    return Awaitility.await(people + " remain")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> dispatcher.incidents().get(0),
            seen ->
                seen.path("muster").isObject()
                    && seen.path("muster").path("remaining").size() == people);
  }

  private static void closedOnEvidenceBySomebodyElse(
      Plant plant, Person dispatcher, FieldGateway gateway, Overheard bus) {
    JsonNode withdrawn = dispatcher.await("WITHDRAWN");
    assertThat(plant.person("leader").act(withdrawn, "CLOSE", Map.of("note", "")).refusal())
        .isEqualTo("READINGS_NOT_RESTORED");
    Instant safe = gateway.measure(FACE, 0.5);
    assertThat(bus.await(FACE, FindingKind.CLEARED).measured())
        .as("readings are restored for the hold time")
        .isAfterOrEqualTo(safe.plus(HOLD));
    JsonNode restored =
        Awaitility.await("alerting knows that it is over")
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> dispatcher.incidents().get(0),
                seen -> seen.path("missingForClose").isEmpty());

    assertThat(dispatcher.act(restored, "CLOSE", Map.of("note", "")).refusal())
        .isEqualTo("NEEDS_OTHER_PERSON");
    Person.Answer closed = plant.person("leader").act(restored, "CLOSE", Map.of("note", "已核实"));
    assertThat(closed.status()).isEqualTo(200);
    assertThat(stage(closed.body())).isEqualTo("CLOSED");
  }

  private static void everyStepOnce(Person dispatcher, Overheard bus) {
    JsonNode all = dispatcher.incidents();
    assertThat(all.size()).isEqualTo(1);
    for (String step : List.of("OPENED", "WARNED", "WORSENED", "RESPONDED", "ORDERED", "CLOSED")) {
      assertThat(rows(all.get(0), step)).as(step).hasSize(1);
    }
    assertThat(rows(all.get(0), "ACKNOWLEDGED")).as("of orange, then of red").hasSize(2);
    assertThat(bus.facts(FACE)).hasSize(3);
    // What else was found of the same point, an early warning for instance, stands there as well.
    assertThat(rows(all.get(0), "FINDING")).hasSizeGreaterThanOrEqualTo(3);
    List<Integer> numbers = new ArrayList<>();
    all.get(0).path("timeline").forEach(row -> numbers.add(row.path("seq").asInt()));
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(i + 1);
    }
  }

  /** All that was told before is told as it was, and more may follow. */
  private static void assertGoesOn(JsonNode before, JsonNode after) {
    assertThat(after.path("version").asLong())
        .isGreaterThanOrEqualTo(before.path("version").asLong());
    for (int i = 0; i < before.path("timeline").size(); i++) {
      assertThat(after.path("timeline").get(i)).isEqualTo(before.path("timeline").get(i));
    }
  }

  private static void restart(Plant plant, String when) throws Exception {
    Instant begin = Instant.now();
    plant.start(Part.ALERTING);
    System.out.printf(
        "killed alerting %s: answers again %.1f s after its start%n",
        when, Duration.between(begin, Instant.now()).toMillis() / 1e3);
  }

  private static List<JsonNode> rows(JsonNode incident, String what) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode row : incident.path("timeline")) {
      if (row.path("what").asString().equals(what)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static String text(JsonNode row) {
    return row.path("textEnglish").asString();
  }

  private static String stage(JsonNode incident) {
    return incident.path("stage").asString();
  }

  private static String id(JsonNode incident) {
    return incident.path("id").asString();
  }
}
