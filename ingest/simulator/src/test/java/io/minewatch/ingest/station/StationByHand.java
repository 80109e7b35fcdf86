package io.minewatch.ingest.station;

import static io.minewatch.ingest.ModelPlan.MINE;
import static io.minewatch.ingest.ModelPlan.START;

import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.ModelPlan;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.world.ModelSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;

/** A mine whose clock is moved by hand, over lines that take everything at once. */
abstract class StationByHand {
  /** A clock moved by hand. */
  static final class Hand extends Clock {
    Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  final Hand clock = new Hand();
  final RecordedLinks links = new RecordedLinks();
  final Punctuality punctuality = new Punctuality();
  SimulatorStation station = station(Script.QUIET);

  SimulatorStation station(Script script) {
    return SimulatorStation.unstarted(
        StationSettings.of(MINE, ModelSettings.modelColliery(1), script),
        links,
        clock,
        Gateway.Promise.UNTIL_RECEIPTS,
        punctuality);
  }

  void run(int seconds) {
    for (int i = 0; i < seconds; i++) {
      station.advance();
      clock.now = clock.now.plusSeconds(1);
    }
  }

  void deliverPlan() {
    links.deliver(Topic.of(Topic.Kind.PLAN, MINE).toString(), Messages.write(ModelPlan.PLAN));
  }

  @AfterEach
  void close() {
    station.close();
  }
}
