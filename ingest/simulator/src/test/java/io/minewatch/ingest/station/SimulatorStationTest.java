package io.minewatch.ingest.station;

import static io.minewatch.ingest.ModelPlan.MINE;
import static io.minewatch.ingest.ModelPlan.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.ingest.ModelPlan;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.world.ModelSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulatorStationTest extends StationByHand {
  @Test
  void nothingIsMeasuredBeforeThePlanHasCome() throws WireException {
    run(5);

    assertThat(links.to("/gw-gas/readings")).isEmpty();
    assertThat(links.to("/gw-gas/status")).hasSize(1);
    assertThat(status(links.to("/gw-gas/status").get(0)).state())
        .isEqualTo(GatewayStatus.State.ONLINE);
  }

  @Test
  void readingsAndPositionsAreReadAsTheyWereMeant() throws WireException {
    deliverPlan();
    run(1);

    Outgoing readings = links.to("/gw-gas/readings").get(0);
    Topic topic = Topic.parse(readings.topic());
    ReadingBatch batch = new ReadingBatch();
    Senml.read(envelope(readings), topic, batch);
    assertThat(batch.size()).isEqualTo(7);
    assertThat(links.to("/gw-water/readings")).hasSize(1);
    assertThat(links.to("/gw-slope/readings")).hasSize(1);
    assertThat(batch.point(0)).isEqualTo("T1-0101");
    assertThat(batch.unit(0)).isEqualTo("/100");
    assertThat(batch.measuredMillis(0)).isEqualTo(START.toEpochMilli());

    List<String> refused = new ArrayList<>();
    List<Fix> fixes = Positions.read(links.to("/gw-tags/positions").get(0).payload(), refused);
    assertThat(fixes).hasSize(24);
    assertThat(refused).isEmpty();
  }

  @Test
  void everyGatewayCountsItsMessagesFromZeroWithoutGap() {
    deliverPlan();
    run(300);

    for (String topic : List.of("/gw-gas/readings", "/gw-tags/positions")) {
      List<Outgoing> sent = links.to(topic);
      assertThat(sent).hasSizeGreaterThan(20);
      assertThat(sent.stream().map(Outgoing::sequence))
          .containsExactlyElementsOf(LongStream.range(0, sent.size()).boxed().toList());
      assertThat(sent).allMatch(m -> m.session().equals(START.toString()));
      assertThat(sent).allMatch(m -> m.lane() == Lane.LIVE && !m.isRetained());
    }
  }

  @Test
  void aGatewaySaysThatItIsThereAndTheBrokerIfItIsNot() throws WireException {
    deliverPlan();
    run(95);
    station.close();

    List<GatewayStatus.State> states = new ArrayList<>();
    for (Outgoing message : links.to("/gw-tags/status")) {
      assertThat(message.isRetained()).isTrue();
      states.add(status(message).state());
    }
    assertThat(states).startsWith(GatewayStatus.State.ONLINE).endsWith(GatewayStatus.State.LEFT);
    assertThat(states).hasSize(5);
    assertThat(status(links.wills.get("gw-tags")).state()).isEqualTo(GatewayStatus.State.CUT);
    assertThat(links.closed).contains("gw-gas", "gw-tags");
  }

  @Test
  void anOrderOnTheBusBringsPeopleOut() throws WireException {
    deliverPlan();
    run(30);
    links.deliver(
        Topic.of(Topic.Kind.ORDERS, MINE).toString(),
        Messages.write(ModelPlan.orders(3, Grade.SURFACE, "face-0101")));
    links.deliver(
        Topic.of(Topic.Kind.ORDERS, MINE).toString(),
        Messages.write(ModelPlan.orders(2, Grade.SURFACE, "heading-0201"))); // older: ignored
    run(600);

    List<Fix> last = new ArrayList<>();
    for (Outgoing message : links.sent) {
      if (message.topic().endsWith("/positions")) {
        last.addAll(Positions.read(message.payload(), new ArrayList<>()));
      }
    }
    Instant recent = clock.now.minus(Duration.ofSeconds(32));
    assertThat(last.stream().filter(f -> f.at().isAfter(recent)).map(f -> String.valueOf(f.zone())))
        .contains("heading-0201", "null")
        .doesNotContain("face-0101");
  }

  @Test
  void whatIsMeasuredWhileTheLineIsCutComesAfterwardsAsBackfill() {
    station.close();
    station = station(ScriptText.parse(List.of("after 20s disconnect for 60s")));
    links.sent.clear();
    deliverPlan();
    run(79);
    int before = links.to("/gw-gas/readings").size();
    assertThat(before).isEqualTo(4);

    run(22);
    List<Outgoing> all = links.to("/gw-gas/readings");
    assertThat(all.stream().filter(m -> m.lane() == Lane.BACKFILL)).hasSize(12);
    assertThat(all.stream().map(Outgoing::sequence))
        .containsExactlyElementsOf(LongStream.range(0, all.size()).boxed().toList());
  }

  @Test
  void aMachineThatSleptDoesNotSayWhatItCouldNotHaveMeasured() {
    deliverPlan();
    run(10);
    links.sent.clear();
    clock.now = clock.now.plus(Duration.ofHours(1));
    run(1);

    assertThat(links.to("/gw-gas/readings")).hasSize(12);
  }

  @Test
  void whatWasSentLateAndWhatWasLeftOutIsTold() {
    deliverPlan();
    run(10);
    Punctuality.Told first = punctuality.told();
    assertThat(first.steps()).isEqualTo(10);
    assertThat(first.latest()).isZero();
    assertThat(first.leftOut()).isZero();
    assertThat(first.messages())
        .isEqualTo(links.sent.stream().filter(m -> m.sequence() >= 0).count());

    clock.now = clock.now.plusSeconds(100);
    run(1);
    Punctuality.Told late = punctuality.told();
    assertThat(late.steps()).isEqualTo(101);
    assertThat(late.leftOut()).isEqualTo(41);
    assertThat(late.latest()).isEqualTo(Duration.ofSeconds(59));
    assertThat(late.over(Duration.ofSeconds(10)))
        .contains("101 steps", "59.0 s late", "41 left out");
    assertThat(punctuality.told().steps()).isZero();
  }

  @Test
  void whatCannotBeReadIsPassedOver() {
    links.deliver(Topic.of(Topic.Kind.PLAN, MINE).toString(), new byte[] {'{'});
    links.deliver(Topic.of(Topic.Kind.PLAN, MINE).toString(), new byte[0]);
    run(2);
    deliverPlan();
    run(1);

    assertThat(links.to("/gw-gas/readings")).hasSize(1);
  }

  @Test
  void theSameSeedSendsTheSameBytes() {
    Script script = Scripts.demo();
    List<String> first = sent(script);

    assertThat(first).hasSizeGreaterThan(1_000);
    assertThat(sent(script)).isEqualTo(first);
  }

  private static List<String> sent(Script script) {
    Hand hand = new Hand();
    RecordedLinks into = new RecordedLinks();
    try (SimulatorStation mine =
        SimulatorStation.unstarted(
            StationSettings.of(MINE, ModelSettings.modelColliery(7), script),
            into,
            hand,
            Gateway.Promise.UNTIL_CONFIRMED,
            new Punctuality())) {
      into.deliver(Topic.of(Topic.Kind.PLAN, MINE).toString(), Messages.write(ModelPlan.PLAN));
      for (int second = 0; second < 1_500; second++) {
        mine.advance();
        hand.now = hand.now.plusSeconds(1);
      }
    }
    return into.sent.stream()
        .map(m -> m.topic() + m.sequence() + m.lane() + HexFormat.of().formatHex(m.payload()))
        .toList();
  }

  private static GatewayStatus status(Outgoing message) throws WireException {
    return Messages.read(message.payload(), GatewayStatus.class);
  }

  private static Envelope envelope(Outgoing m) {
    return new Envelope(
        m.topic(), m.payload(), m.contentType(), m.session(), m.sequence(), m.lane(), 0);
  }
}
