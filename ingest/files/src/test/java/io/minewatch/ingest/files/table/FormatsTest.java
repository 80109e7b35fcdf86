package io.minewatch.ingest.files.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.AlarmRecord;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.read.Arrival;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  private static final String OTHER_ORDER =
      """
      # this mine's overtime file, as its vendor writes it
      format RYCS ALARMS
      title  人员超时 | people overtime
      header mine name time
      field begin TIME NEEDED CONFIRMED own 开始 | begin
      field code CARD NEEDED CONFIRMED own 卡 | card
      field minutes WHOLE OPEN CONFIRMED own 分钟 | minutes
      alarm  OVERTIME
      """;

  @Test
  void anInferredOrderIsPutRightByTheMinesOwnLines() {
    Formats own = Dropped.FORMATS.replacedBy(OTHER_ORDER);
    FileReader reader = new FileReader(own, Dropped.WORDS, FileRules.NATIONAL);
    byte[] bytes = Dropped.file("2026-01-01 07:00:00;c-1;95").getBytes(StandardCharsets.UTF_8);

    Content content =
        Dropped.taken(
                reader.read(new Arrival(Dropped.name("RYCS"), bytes, Dropped.MADE, Dropped.NOW)))
            .content();

    AlarmRecord alarm = ((Content.Alarms) content).alarms().get(0);
    assertThat(alarm.code()).isEqualTo("c-1");
    assertThat(alarm.told()).containsExactly(Map.entry("minutes", "95"));
    assertThat(own.all()).hasSameSizeAs(Dropped.FORMATS.all());
  }

  @Test
  void aFormatThatWasNotKnownIsAdded() {
    Formats own = Dropped.FORMATS.replacedBy(OTHER_ORDER.replace("RYCS", "RYZZ"));

    assertThat(own.of("RYZZ")).isNotNull();
    assertThat(Dropped.FORMATS.of("RYZZ")).isNull();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a kind that is none      | TIME NEEDED   | WHEN NEEDED | line 5",
        "a need that is none      | TIME NEEDED   | TIME URGENT | line 5",
        "a measure that is none   | alarm         | value code MARSH_GAS m MAIN # | line 8",
        "a word that is none      | alarm         | alert       | no such word: alert",
        "a line cut short         | alarm  OVERTIME | alarm     | line 8",
        "a field there twice      | field minutes | field code  | 'code' is there twice",
        "a needed name missing    | field code    | field kode  | needs code",
      })
  void aTableThatCannotBeMeantIsRefusedWithItsPlace(
      String why, String from, String to, String message) {
    assertThatThrownBy(() -> Formats.parse(OTHER_ORDER.replace(from, to)))
        .as(why)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theNonCoalFormAndFurtherNamesMeanTheSameTable() {
    assertThat(Dropped.FORMATS.of("NCDSS")).isSameAs(Dropped.FORMATS.of("CDSS"));
    assertThat(Dropped.FORMATS.of("QRX")).isSameAs(Dropped.FORMATS.of("QRXDY"));
    assertThat(Dropped.FORMATS.of("NXXXX")).isNull();
  }
}
