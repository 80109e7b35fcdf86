package io.minewatch.e2e.process;

import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import java.util.List;

/** Answers findings where no alerting runs: what nobody answers comes again. */
public final class Answers {
  private Answers() {}

  /**
   * This message has been taken. One answer that is lost costs nothing: the finding comes again.
   */
  public static void taken(MqttLink by, MineCode mine, byte[] payload) {
    tell(by, new FindingsReceipt(mine, List.of(FindingsReceipt.keyOf(payload))));
  }

  /** Asks for everything that was not answered, as alerting does when its session is lost. */
  public static void ask(MqttLink by, MineCode mine) {
    tell(by, new FindingsReceipt(mine, List.of()));
  }

  private static void tell(MqttLink by, FindingsReceipt receipt) {
    String topic = Topic.of(Topic.Kind.FINDINGS_RECEIPT, receipt.mine()).toString();
    var unused = by.offer(Outgoing.event(topic, Messages.write(receipt), ContentTypes.JSON));
  }
}
