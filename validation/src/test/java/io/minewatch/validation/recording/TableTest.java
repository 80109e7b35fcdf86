package io.minewatch.validation.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
  @TempDir Path folder;

  private Table table(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Table.read(file);
  }

  @Test
  void readsTextWithQuotesAndKeepsTheUnknownUnknown() throws IOException {
    Table table = table("a.csv.gz", "time,\"v\"\n'2020-01-02T03:04:05',1.5\n2020-01-03,\nx,?\n");

    assertThat(table.size()).isEqualTo(3);
    assertThat(table.numbers("v")).containsExactly(1.5, Double.NaN, Double.NaN);
    assertThat(table.time("time", 0))
        .isEqualTo(Instant.parse("2020-01-02T03:04:05Z").toEpochMilli());
  }

  @Test
  void readsArff() throws IOException {
    Table table =
        table(
            "a.arff", "% said\n@RELATION x\n@ATTRIBUTE 'A' real\n@attribute B real\n@DATA\n1,?\n");

    assertThat(table.number("A", 0)).isEqualTo(1);
    assertThat(table.number("B", 0)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-06, 2020-06-01T00:00:00Z", "2020-06-02, 2020-06-02T00:00:00Z",
    "2020-06-02 0:05, 2020-06-02T00:05:00Z", "2020-06-02 10:05:07, 2020-06-02T10:05:07Z"
  })
  void readsTheWaysInWhichTimesAreWritten(String text, Instant expected) throws IOException {
    assertThat(table("a.csv", "t,v\n" + text + ",1\n").times("t"))
        .containsExactly(expected.toEpochMilli());
  }

  @Test
  void refusesWhatItDoesNotUnderstand() throws IOException {
    assertThatThrownBy(() -> table("a.csv", "t,v\n1\n")).hasMessageContaining("row 0");
    Table table = table("b.csv", "t,v\nlater,1\n");
    assertThatThrownBy(() -> table.time("t", 0)).hasMessageContaining("later");
    assertThatThrownBy(() -> table.text("w", 0)).hasMessageContaining("no column w");
  }
}
