package io.minewatch.ingest.files.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTextTest {
  private static final Charset GBK = Charset.forName("GBK");

  /** The GBK bytes of the first three are legal UTF-8 as a whole. */
  @ParameterizedTest(name = "\"{0}\" is read the same from UTF-8 and from GBK")
  @ValueSource(strings = {"水位", "联通", "水位;联通;1.5", "模型煤矿;水位", "20 °C;3 m³/h;温度", "plain"})
  void tellsTheCharacterSetsApart(String text) {
    assertThat(DecodedText.of(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
    if (GBK.newEncoder().canEncode(text)) {
      assertThat(DecodedText.of(text.getBytes(GBK)).text()).isEqualTo(text);
    }
  }

  /** Four characters are a short name of a mine; of one alone, the two bytes may mean either. */
  @Test
  void tellsThemApartForAnyChineseNames() {
    Random random = new Random(20_260_101);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder names = new StringBuilder("140921021337;");
      for (int i = 0; i < 4 + random.nextInt(30); i++) {
        // the 3,755 common characters of GB 2312, by their rows and cells
        byte[] one = {(byte) (0xB0 + random.nextInt(39)), (byte) (0xA1 + random.nextInt(94))};
        names.append(new String(one, GBK)).append(i % 5 == 4 ? ";" : "");
      }
      String text = names.toString();

      assertThat(DecodedText.of(text.getBytes(GBK)).text()).isEqualTo(text);
      assertThat(DecodedText.of(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
    }
  }

  /** Whatever the place at which a window of the reader ends within a character. */
  @Test
  void aLongTextIsToldByAllOfItWhereverItIsCut() {
    for (int ahead = 0; ahead < 4; ahead++) {
      String text = "x".repeat(ahead) + "水位;".repeat(50_000) + "°";
      assertThat(DecodedText.of(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
      assertThat(DecodedText.of(text.replace("°", "").getBytes(GBK)).text())
          .isEqualTo(text.replace("°", ""));
    }
  }
}
