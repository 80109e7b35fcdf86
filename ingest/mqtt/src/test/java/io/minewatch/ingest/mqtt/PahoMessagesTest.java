package io.minewatch.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;

/** The number of a message: by its properties, else, of what a gateway measures, within it. */
class PahoMessagesTest {
  private static final String READINGS = "mw/v1/140921021337/gw-01/readings";
  private static final byte[] PACK =
      "[{\"session\":\"old\",\"seq\":7,\"lane\":\"backfill\",\"n\":\"140921021337/gw-01/A\",\"v\":1}]"
          .getBytes(StandardCharsets.UTF_8);

  private static Envelope bare(String topic) {
    MqttMessage message = new MqttMessage(PACK);
    message.setProperties(new MqttProperties());
    return PahoMessages.read(topic, message, 1);
  }

  @Test
  void aMessageWithoutPropertiesHasTheNumberThatIsWithinIt() {
    Envelope read = bare(READINGS);

    assertThat(read.session()).isEqualTo("old");
    assertThat(read.sequence()).isEqualTo(7);
    assertThat(read.lane()).isEqualTo(Lane.BACKFILL);
    assertThat(bare(READINGS.replace("readings", "positions")).sequence()).isEqualTo(7);
  }

  @Test
  void propertiesComeFirst() {
    Outgoing sent = Outgoing.numbered(READINGS, PACK, "", "s-1", 3, Lane.LIVE);
    Envelope read = PahoMessages.read(READINGS, PahoMessages.write(sent), 1);

    assertThat(read.session()).isEqualTo("s-1");
    assertThat(read.sequence()).isEqualTo(3);
    assertThat(read.lane()).isEqualTo(Lane.LIVE);
  }

  @Test
  void whatIsNoMeasurementOfAGatewayIsNotLookedInto() {
    assertThat(bare("mw/v1/140921021337/plan").sequence()).isEqualTo(Envelope.NO_SEQUENCE);
    assertThat(bare("devices/gas").sequence()).isEqualTo(Envelope.NO_SEQUENCE);
  }
}
