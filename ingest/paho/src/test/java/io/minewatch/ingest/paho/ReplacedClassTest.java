package io.minewatch.ingest.paho;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.house.HouseRules;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;
import org.eclipse.paho.mqttv5.common.packet.MqttWireMessage;
import org.eclipse.paho.mqttv5.common.packet.util.CountingInputStream;
import org.junit.jupiter.api.Test;

class ReplacedClassTest {
  private static final String NAME = CountingInputStream.class.getName();

  @Test
  void theOnlyClassOfThisNameIsOurs() throws Exception {
    List<URL> found =
        Collections.list(
            getClass().getClassLoader().getResources(NAME.replace('.', '/') + ".class"));
    assertThat(found).hasSize(1);
    assertThat(
            CountingInputStream.class.getDeclaredMethod("read", byte[].class, int.class, int.class))
        .isNotNull();
  }

  @Test
  void pahosOwnClassStillHasTheShapeThatOursTakesThePlaceOf() throws Exception {
    URL replaced = Path.of("target/replaced/").toUri().toURL();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {replaced}, ClassLoader.getPlatformClassLoader())) {
      Class<?> theirs = loader.loadClass(NAME);
      assertThat(theirs.getSuperclass()).isEqualTo(InputStream.class);
      assertThat(publicShape(theirs))
          .containsExactlyInAnyOrder(
              "int read()",
              "int getCounter()",
              "void resetCounter()",
              "new(class java.io.InputStream)");
      assertThat(publicShape(CountingInputStream.class)).containsAll(publicShape(theirs));
    }
  }

  @Test
  void countsWhatIsReadOneByOneAndInBulk() throws Exception {
    CountingInputStream in = new CountingInputStream(new ByteArrayInputStream(new byte[10]));
    assertThat(in.read()).isZero();
    assertThat(in.read(new byte[20], 0, 20)).isEqualTo(9);
    assertThat(in.read()).isEqualTo(-1);
    assertThat(in.read(new byte[1], 0, 1)).isEqualTo(-1);
    assertThat(in.getCounter()).isEqualTo(10);
    in.resetCounter();
    assertThat(in.getCounter()).isZero();
  }

  @Test
  void pahoReadsAPacketThroughIt() throws Exception {
    byte[] payload = "gas".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    MqttProperties properties = new MqttProperties();
    properties.setContentType("application/json");
    MqttPublish publish = new MqttPublish("a/b", message(payload), properties);
    publish.setMessageId(7);
    byte[] header = publish.getHeader();
    byte[] body = publish.getPayload();
    byte[] packet = Arrays.copyOf(header, header.length + body.length);
    System.arraycopy(body, 0, packet, header.length, body.length);

    MqttPublish read = (MqttPublish) MqttWireMessage.createWireMessage(packet);

    assertThat(read.getTopicName()).isEqualTo("a/b");
    assertThat(read.getMessageId()).isEqualTo(7);
    assertThat(read.getMessage().getPayload()).isEqualTo(payload);
    assertThat(read.getProperties().getContentType()).isEqualTo("application/json");
  }

  @Test
  void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    HouseRules.filesStaySmallAndRoomsSayWhatTheyAreFor();
  }

  private static MqttMessage message(byte[] payload) {
    MqttMessage message = new MqttMessage(payload);
    message.setQos(1);
    return message;
  }

  private static Set<String> publicShape(Class<?> type) {
    Set<String> shape =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()))
            .map(
                m -> {
                  String in =
                      Arrays.stream(m.getParameterTypes())
                          .map(Class::getSimpleName)
                          .collect(Collectors.joining(","));
                  return m.getReturnType() + " " + m.getName() + "(" + in + ")";
                })
            .collect(Collectors.toSet());
    Arrays.stream(type.getConstructors())
        .forEach(
            c ->
                shape.add(
                    "new("
                        + Arrays.stream(c.getParameterTypes())
                            .map(Class::toString)
                            .collect(Collectors.joining(","))
                        + ")"));
    return shape;
  }
}
