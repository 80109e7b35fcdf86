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

class JobsKilledTest {
  private static final String FACE = "T1-0101";
  private static final String CORNER = "T0-0101";

  /** Readings that arrive while the jobs are dead: at four a second, three seconds of them. */
  private static final int UNHEARD = 12;

  private static final Map<String, String> SOON = Map.of("time: PT1M", "time: PT2S");

  /** With what each process printed; kept when the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void judgingAndRecordingGoOnWhereTheyWereKilledInTheMiddleOfAnExcursion() throws Exception {
    try (Recorded recorded = new Recorded(folder);
        Plant plant =
            new Plant(
                folder,
                Checkout.rulesWith(folder.resolve("rules"), "reentry-hold", SOON),
                recorded.address())) {
      plant.start(Part.BROKER);
      plant.start(Part.ALERTING, Part.JUDGE, Part.ARCHIVE);
      try (Overheard bus = new Overheard(plant.line("observer", "observer.kill"));
          FieldGateway gateway = gateway(plant)) {
        Instant begin = recorded.awaitListening(bus, gateway, CORNER, 0.4);
        gateway.measure(FACE, 1.1);
        gateway.measure(CORNER, 1.2);
        Finding faceOpened = bus.await(FACE, FindingKind.OPENED);
        bus.await(CORNER, FindingKind.OPENED);
        plant.person("dispatcher").await("CALLED");

        Instant unheardPeak = killedWhileReadingsGoOn(plant, gateway);
        Instant restarted = Instant.now();
        plant.start(Part.JUDGE, Part.ARCHIVE);
        Instant back = bus.awaitSummary("judging is back", s -> s.at().isAfter(restarted)).at();
        recorded.await(CORNER, unheardPeak);
        tell("judge", Duration.between(restarted, back));
        tell("archive", Duration.between(restarted, Instant.now()));

        gateway.measure(FACE, 1.6);
        bus.await(FACE, FindingKind.RAISED);
        gateway.measure(FACE, 0.5);
        gateway.measure(CORNER, 0.5);
        bus.await(FACE, FindingKind.CLEARED);
        bus.await(CORNER, FindingKind.CLEARED);
        gateway.finish();

        oneExcursionEach(bus, faceOpened, unheardPeak);
        bus.assertAllJudged(gateway.sent());
        recorded.assertHoldsAll(gateway.sent(), begin);
        oneIncident(plant, bus);
      }
    }
  }

  private static FieldGateway gateway(Plant plant) {
    return new FieldGateway(
        plant.line("gateway", Plant.MINE + ".gw-1"),
        Map.of(FACE, 0.4, CORNER, 0.4),
        List.of(),
        "face-0101");
  }

  private static Instant killedWhileReadingsGoOn(Plant plant, FieldGateway gateway) {
    plant.kill(Part.JUDGE);
    plant.kill(Part.ARCHIVE);
    long killed = gateway.messages();
    Instant peak = gateway.measure(CORNER, 1.44);
    gateway.measure(CORNER, 1.2);
    gateway.measure(FACE, 1.3);
    Awaitility.await("readings that nobody hears")
        .atMost(Duration.ofSeconds(30))
        .until(() -> gateway.messages() >= killed + UNHEARD);
    return peak;
  }

  private static void oneExcursionEach(Overheard bus, Finding faceOpened, Instant unheardPeak) {
    List<Finding> face = bus.facts(FACE);
    assertThat(face)
        .extracting(Finding::kind)
        .containsExactly(FindingKind.OPENED, FindingKind.RAISED, FindingKind.CLEARED);
    assertThat(face).extracting(Finding::id).containsOnly(faceOpened.id());
    assertThat(face.get(2).peak()).isEqualTo(1.6);

    List<Finding> corner = bus.facts(CORNER);
    assertThat(corner)
        .extracting(Finding::kind)
        .containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
    assertThat(corner.get(1).peak()).as("measured while the job was dead").isEqualTo(1.44);
    assertThat(corner.get(1).peakAt()).isEqualTo(unheardPeak);
  }

  private static void oneIncident(Plant plant, Overheard bus) {
    Person dispatcher = plant.person("dispatcher");
    Awaitility.await("alerting has every fact")
        .atMost(Duration.ofSeconds(20))
        .until(() -> rows(dispatcher.incidents(), "FINDING") >= 5);
    JsonNode incidents = dispatcher.incidents();
    assertThat(incidents.size()).isEqualTo(1);
    assertThat(incidents.get(0).path("findings").findValuesAsString("id"))
        .contains(bus.facts(FACE).get(0).id().value(), bus.facts(CORNER).get(0).id().value());
    assertThat(rows(incidents, "OPENED")).isEqualTo(1);
  }

  private static long rows(JsonNode incidents, String what) {
    return incidents.findValues("what").stream()
        .filter(each -> each.isString() && each.asString().equals(what))
        .count();
  }

  private static void tell(String who, Duration took) {
    System.out.printf(
        "killed %s: working again %.1f s after its start%n", who, took.toMillis() / 1e3);
  }
}
