package io.minewatch.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.e2e.kill.Plant.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BrokerKilledTest {
  private static final String FACE = "T1-0101";
  private static final String ZONE = "face-0101";
  private static final Map<String, Object> WITHDRAW =
      Map.of("zones", List.of(ZONE), "grade", "SURFACE", "reason", "HARMFUL_GAS", "text", "全部撤出");

  /** Readings that the gateway has to keep while there is no broker. */
  private static final int KEPT = 12;

  private static final Map<String, String> SOON = Map.of("time: PT1M", "time: PT2S");

  /** With what each process printed; kept when the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void whatIsMeasuredAndOrderedWhileTheBrokerIsDeadArrivesAfterwards() throws Exception {
    try (Recorded recorded = new Recorded(folder);
        Plant plant =
            new Plant(
                folder,
                Checkout.rulesWith(folder.resolve("rules"), "reentry-hold", SOON),
                recorded.address())) {
      plant.start(Part.BROKER);
      plant.start(Part.ALERTING, Part.JUDGE, Part.ARCHIVE);
      try (Overheard bus = new Overheard(plant.line("observer", "observer.kill"));
          FieldGateway gateway =
              new FieldGateway(
                  plant.line("gateway", Plant.MINE + ".gw-1"),
                  Map.of(FACE, 0.4),
                  List.of("card-1", "card-2"),
                  ZONE)) {
        Instant begin = recorded.awaitListening(bus, gateway, FACE, 0.4);
        gateway.measure(FACE, 1.2);
        bus.await(FACE, FindingKind.OPENED);
        Person dispatcher = plant.person("dispatcher");
        JsonNode called = dispatcher.await("CALLED");

        plant.kill(Part.BROKER);
        long killed = gateway.messages();
        gateway.measure(FACE, 1.7);
        gateway.measure(FACE, 1.3);
        assertThat(dispatcher.act(called, "ORDER", WITHDRAW).status()).isEqualTo(200);
        Awaitility.await("readings that the gateway keeps")
            .atMost(Duration.ofSeconds(30))
            .until(() -> gateway.messages() >= killed + KEPT);
        Instant restarted = Instant.now();
        plant.start(Part.BROKER);

        bus.await(FACE, FindingKind.RAISED);
        System.out.printf(
            "killed broker: a reading kept meanwhile is judged %.1f s after its start%n",
            Duration.between(restarted, Instant.now()).toMillis() / 1e3);
        awaitRemaining(dispatcher, 2);
        gateway.measure(FACE, 0.5);
        bus.await(FACE, FindingKind.CLEARED);
        gateway.finish();

        List<Finding> facts = bus.facts(FACE);
        assertThat(facts).hasSize(3);
        assertThat(facts.get(2).peak()).isEqualTo(1.7);
        bus.assertAllJudged(gateway.sent());
        recorded.assertHoldsAll(gateway.sent(), begin);
        JsonNode incident = awaitCleared(dispatcher);
        assertThat(incident.path("findings").get(0).path("id").asString())
            .isEqualTo(facts.get(0).id().value());
        assertThat(dispatcher.incidents().size()).isEqualTo(1);
      }
    }
  }

  private static void awaitRemaining(Person dispatcher, int people) {
    Awaitility.await("the order is watched, " + people + " remain")
        .atMost(Duration.ofSeconds(45))
        .until(
            () -> dispatcher.incidents().get(0).path("muster").path("remaining").size() == people);
  }

  private static JsonNode awaitCleared(Person dispatcher) {
    return Awaitility.await("alerting knows that it is over")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> dispatcher.incidents().get(0),
            seen -> seen.path("findings").get(0).path("kind").asString().equals("CLEARED"));
  }
}
