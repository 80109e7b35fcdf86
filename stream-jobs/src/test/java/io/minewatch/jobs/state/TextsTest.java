package io.minewatch.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final DataOutputSerializer out = new DataOutputSerializer(64);

  @Test
  void aTextIsWrittenOnceAndIsOneObjectWhenItComesBack() throws Exception {
    Texts writing = new Texts();
    for (String text : new String[] {"zone", "", "zone", "车站", "zone", ""}) {
      writing.write(out, text);
    }
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    Texts reading = new Texts();

    String first = reading.read(in);
    assertThat(first).isEqualTo("zone");
    assertThat(reading.read(in)).isEmpty();
    assertThat(reading.read(in)).isSameAs(first);
    assertThat(reading.read(in)).isEqualTo("车站");
    assertThat(reading.read(in)).isSameAs(first);
    assertThat(reading.read(in)).isEmpty();
    assertThat(in.available()).isZero();
    assertThat(out.length()).isEqualTo(6 * 4 + 6 + 2 + 8);
  }

  @Test
  void aNumberThatWasNeverGivenIsRefused() throws Exception {
    out.writeInt(1);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

    assertThatThrownBy(() -> new Texts().read(in))
        .isInstanceOf(IOException.class)
        .hasMessage("text 1 of 0");
  }
}
