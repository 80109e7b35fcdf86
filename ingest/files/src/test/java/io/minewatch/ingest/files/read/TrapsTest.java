package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.MADE;
import static io.minewatch.ingest.files.Dropped.NOW;
import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.Dropped.header;
import static io.minewatch.ingest.files.Dropped.inWords;
import static io.minewatch.ingest.files.Dropped.name;
import static io.minewatch.ingest.files.Dropped.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.FileResult;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every trap that is known of these files, a row each; docs/formats.md lists them from here. */
class TrapsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.minewatch.ingest.files.read.Traps#text")
  void isReadAsTheTableSays(String trap, String type, String content, String expected) {
    assertThat(inWords(Dropped.read(type, content))).as(trap).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.minewatch.ingest.files.read.JsonTraps#rows")
  void jsonIsReadAsTheTableSays(String trap, String type, String content, String expected) {
    assertThat(inWords(Dropped.readJson(type, content))).as(trap).isEqualTo(expected);
  }

  @Test
  void aFileWithoutItsEndMarkHasFailedAfterTenMinutes() {
    byte[] half = (header() + "~" + Traps.GOOD).getBytes(StandardCharsets.UTF_8);

    FileResult before = readAfter(half, Duration.ofMinutes(10).minusMillis(1));
    FileResult after = readAfter(half, Duration.ofMinutes(10));

    assertThat(inWords(before)).isEqualTo("INCOMPLETE");
    assertThat(inWords(after)).isEqualTo("REFUSED NO_END_MARK");
  }

  private static FileResult readAfter(byte[] bytes, Duration age) {
    return Dropped.READER.read(new Arrival(name("CDSS"), bytes, MADE, MADE.plus(age)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("characterSets")
  void namesAreTheSameInEveryCharacterSet(String set, byte[] bytes) {
    assertThat(taken(Dropped.read("CDSS", bytes)).head().header()).as(set).contains("模型煤矿");
  }

  static Arguments[] characterSets() {
    String text = file(Traps.GOOD);
    return new Arguments[] {
      Arguments.of("UTF-8", text.getBytes(StandardCharsets.UTF_8)),
      Arguments.of(
          "UTF-8 with byte order mark", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)),
      Arguments.of("GBK", text.getBytes(Charset.forName("GBK"))),
      Arguments.of("GB 18030", text.getBytes(Charset.forName("GB18030"))),
    };
  }

  /** The second byte of these is the byte of ~, ^, | and ]: cutting bytes would cut characters. */
  @Test
  void marksWithinTheBytesOfGbkAreNoMarks() {
    String tricky =
        new String(
            new byte[] {
              (byte) 0x81,
              0x7E,
              (byte) 0x81,
              0x5E,
              (byte) 0x81,
              0x7C,
              (byte) 0x81,
              0x7C,
              (byte) 0x81,
              0x5D
            },
            Charset.forName("GBK"));
    byte[] bytes = file(Traps.GOOD.replace("工作面", tricky)).getBytes(Charset.forName("GBK"));

    assertThat(tricky).hasSize(5);
    assertThat(inWords(Dropped.read("CDSS", bytes))).isEqualTo("TAKEN 1");
  }

  @Test
  void oneDamagedByteCostsItsRecordOnly() {
    byte[] bytes = file(Traps.GOOD, Traps.GOOD, Traps.GOOD).getBytes(StandardCharsets.UTF_8);
    int place = file(Traps.GOOD).indexOf("工作面");
    int at = file(Traps.GOOD).substring(0, place).getBytes(StandardCharsets.UTF_8).length;
    bytes[at] = (byte) 0xFF;

    assertThat(inWords(Dropped.read("CDSS", bytes))).isEqualTo("TAKEN 2 - 1 place NOT_TEXT");
  }

  @Test
  void anOversizeFileIsRefusedBeforeItIsLookedAt() {
    byte[] large = new byte[FileReader.MAX_BYTES + 1];

    assertThat(inWords(Dropped.read("CDSS", large))).isEqualTo("REFUSED TOO_LARGE");
  }

  @ParameterizedTest(name = "a file named \"{0}\" is refused by its name")
  @ValueSource(
      strings = {
        "",
        "CDSS.txt",
        "14_CDSS_1.txt",
        "140921021337_CDSS.txt",
        "140921021337__1.txt",
        "../140921021337_CDSS_1.txt"
      })
  void aNameOfAnotherFormIsRefused(String name) {
    FileResult result = Dropped.READER.read(new Arrival(name, new byte[0], MADE, NOW));

    assertThat(inWords(result)).isEqualTo("REFUSED NAME");
  }

  @Test
  void theMineCodeIsTakenWholeWhateverItsLength() {
    for (String mine : new String[] {"610631015", "140921021337", "15062200449900000001"}) {
      byte[] bytes =
          file(Traps.GOOD)
              .replace(Dropped.MINE + ";模", mine + ";模")
              .getBytes(StandardCharsets.UTF_8);
      FileResult result =
          Dropped.READER.read(new Arrival(mine + "_CDSS_20260101080000.txt", bytes, MADE, NOW));

      assertThat(taken(result).head().mine().value()).isEqualTo(mine);
    }
  }
}
