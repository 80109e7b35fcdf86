package io.minewatch.series.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.store.Lines.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  private final Lines lines = new Lines();

  @Test
  void aReadingIsOneLineWithItsTagsFieldsAndNanoseconds() {
    String head = Lines.head(Measure.METHANE, "140921021337", "T1-0101", "face-0101");
    lines.add(head, 0.42, Quality.GOOD, 1_767_225_600_000L);

    assertThat(lines.count()).isEqualTo(1);
    assertThat(taken())
        .isEqualTo(
            "methane,mine=140921021337,point=T1-0101,zone=face-0101"
                + " value=0.42,quality=\"GOOD\" 1767225600000000000\n");
    assertThat(lines.count()).isZero();
  }

  @Test
  void aReadingWithoutValueTellsItsQualityAlone() {
    lines.add(Lines.head(Measure.SWITCH, "m", "p", ""), Double.NaN, Quality.DISCONNECTED, 7);

    assertThat(taken()).isEqualTo("switch,mine=m,point=p quality=\"DISCONNECTED\" 7000000\n");
  }

  @Test
  void anUnregisteredReadingKeepsTheUnitThatWasSent() {
    lines.addUnregistered("m", "p", 3, "m3/h", Quality.SUSPECT, 7, Place.OWN);

    assertThat(taken())
        .isEqualTo(
            "unregistered,mine=m,point=p unit=\"m3/h\",value=3.0,quality=\"SUSPECT\" 7000000\n");
  }

  @Test
  void whatAClockPutBackTellsAgainHasAPlaceOfItsOwnAndTheSameReadingTheSame() {
    for (double value : new double[] {0.42, 0.43, 0.42}) {
      lines.add("m,p=q ", value, Quality.GOOD, 7, Place.AGAIN);
    }

    String[] times = taken().lines().map(line -> line.replaceAll(".* ", "")).toArray(String[]::new);
    assertThat(times[0]).startsWith("7").hasSize(7).isNotEqualTo("7000000");
    assertThat(times[1]).startsWith("7").hasSize(7).isNotEqualTo(times[0]);
    assertThat(times[2]).isEqualTo(times[0]);
  }

  @Test
  void oddNamesAreEscapedAndNoneBreaksItsLine() {
    StringBuilder tags = new StringBuilder();
    LineText.tag(tags, "t", "a b,c=d\\e\n瓦斯");
    StringBuilder field = new StringBuilder();
    LineText.quoted(field, "a \"b\" \\ \n瓦斯");

    assertThat(tags).hasToString(",t=a\\ b\\,c\\=d_e_瓦斯");
    assertThat(field).hasToString("\"a \\\"b\\\" \\\\ _瓦斯\"");
  }

  private String taken() {
    return new String(lines.take(), UTF_8);
  }

  @Test
  void aLineOfAReadingIsReadBackAsItWasWritten() {
    String head = Lines.head(Measure.METHANE, "140921021337", "T1-0101", "face-0101");
    lines.add(head, 0.42, Quality.GOOD, 1_000);
    lines.add(head, Double.NaN, Quality.DISCONNECTED, 2_000, Lines.Place.AGAIN);
    lines.addUnregistered("m", "p", 1, "", Quality.GOOD, 1, Lines.Place.OWN);
    List<String> written = new String(lines.take(), UTF_8).lines().toList();

    assertThat(ReadingLine.of(written.get(0)))
        .isEqualTo(
            new ReadingLine(
                Measure.METHANE, "140921021337", "T1-0101", 1_000, 0, 0.42, Quality.GOOD));
    ReadingLine again = ReadingLine.of(written.get(1));
    assertThat(again.beside()).isPositive();
    assertThat(again.millis()).isEqualTo(2_000);
    assertThat(again.value()).isNaN();
    assertThat(again.quality()).isEqualTo(Quality.DISCONNECTED);
    assertThat(ReadingLine.of(written.get(2))).as("of no registered point").isNull();
  }
}
