package io.minewatch.ingest.station;

import static io.minewatch.ingest.ModelPlan.MINE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.ModelPlan;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.world.ModelSettings;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** A program: prints how many messages a simulated mine sends in some hours, and their digest. */
public final class Bytes {
  private static final List<String> SCRIPT =
      List.of(
          "after 45s drive T1-0101 to 1.8 within 40s hold 4m until withdrawn fall 90s",
          "after 11m cut T1-0201 for 3m as DISCONNECTED",
          "after 2m crowd face-0101 for 5m people 12",
          "after 2m rain 60 for 8m",
          "after 3m distress 4 for 1m",
          "after 0s linger 5 for 20m stays 2m");

  private Bytes() {}

  /** Takes the seed and the seconds. */
  public static void main(String[] arguments) throws Exception {
    StationByHand.Hand clock = new StationByHand.Hand();
    RecordedLinks links = new RecordedLinks();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    long messages = 0;
    try (SimulatorStation station =
        SimulatorStation.unstarted(
            StationSettings.of(
                MINE,
                ModelSettings.modelColliery(Long.parseLong(arguments[0])),
                ScriptText.parse(SCRIPT)),
            links,
            clock,
            Gateway.Promise.UNTIL_RECEIPTS,
            new Punctuality())) {
      links.deliver(Topic.of(Topic.Kind.PLAN, MINE).toString(), Messages.write(ModelPlan.PLAN));
      for (int second = 0; second < Integer.parseInt(arguments[1]); second++) {
        station.advance();
        clock.now = clock.now.plusSeconds(1);
        for (Outgoing message : links.sent) {
          digest.update(message.topic().getBytes(UTF_8));
          digest.update(message.payload());
          messages++;
        }
        links.sent.clear();
      }
    }
    System.out.println(messages + " " + HexFormat.of().formatHex(digest.digest()));
  }
}
