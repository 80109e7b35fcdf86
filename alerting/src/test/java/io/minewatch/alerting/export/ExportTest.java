package io.minewatch.alerting.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.export.Export.Column;
import io.minewatch.alerting.export.Export.Remark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken along, read back by another program's reader. */
class ExportTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant AT = Instant.parse("2026-03-01T16:30:05Z");

  private static Export of(Cell... row) {
    return new Export(
        "table",
        "表: [四线]/指数?",
        Stream.of(row).map(cell -> new Column("key", "列")).toList(),
        List.of(List.of(row)),
        List.of(new Remark("时区", new Cell.Text("Asia/Shanghai"))));
  }

  private static Row read(Cell... row) throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(Workbooks.of(of(row), "说明", CHINA)))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(2);
      assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("表   四线  指数");
      assertThat(book.getSheet("说明").getRow(0).getCell(1).getStringCellValue())
          .isEqualTo("Asia/Shanghai");
      return book.getSheetAt(0).getRow(1);
    }
  }

  @Test
  void numbersAreNumbersAndTimesAreTimesOfTheZoneThatIsSaid() throws IOException {
    Row row =
        read(
            new Cell.Amount(12),
            new Cell.Amount(0.85),
            new Cell.Share(0.999_812),
            new Cell.Moment(AT),
            new Cell.Day(LocalDate.of(2026, 3, 1)),
            new Cell.Term("RED", "红色"),
            new Cell.Text("140921021337"),
            Cell.EMPTY);
    assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(12);
    assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(0.85);
    assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(0.999_812);
    assertThat(row.getCell(2).getCellStyle().getDataFormatString()).contains("%");
    assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
    assertThat(row.getCell(3).getLocalDateTimeCellValue())
        .isEqualTo(LocalDateTime.of(2026, 3, 2, 0, 30, 5));
    assertThat(row.getCell(4).getLocalDateTimeCellValue().toLocalDate())
        .isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(row.getCell(5).getStringCellValue()).isEqualTo("红色");
    assertThat(row.getCell(6).getCellType()).as("a code is no number").isEqualTo(CellType.STRING);
    assertThat(row.getCell(7)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "＝1"
      })
  void aTextIsNoFormulaWhateverItBeginsWith(String text) throws IOException {
    org.apache.poi.ss.usermodel.Cell read = read(new Cell.Text(text)).getCell(0);
    assertThat(read.getCellType()).isEqualTo(CellType.STRING);
    assertThat(read.getStringCellValue()).isEqualTo(text);

    String line = Csv.of(of(new Cell.Text(text))).split("\r\n", -1)[1];
    String plain = line.startsWith("\"") ? line.substring(1) : line;
    assertThat(plain).startsWith("'");
    assertThat(Csv.of(of(new Cell.Amount(-1)))).as("a number is one").endsWith("\r\n-1\r\n");
  }

  /** No letter of it foretells the next: a reader takes what repeats for an attack. */
  private static String longText() {
    return new Random(7)
        .ints(40_000, 0x4e00, 0x9fa5)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void whatASheetCannotHoldIsLeftOutAndTheRestIsThere() throws IOException {
    Row row = read(new Cell.Text("a\u0000b\u0007<&>\"\n煤"), new Cell.Text(longText()));
    assertThat(row.getCell(0).getStringCellValue()).isEqualTo("a b <&>\"\n煤");
    assertThat(row.getCell(1).getStringCellValue()).hasSize(32_767);
  }

  @Test
  void aTextThatHoldsTheSeparatorIsQuoted() {
    Export table =
        of(new Cell.Text("a,\"b\"\r\nc"), new Cell.Moment(AT), new Cell.Term("RED", "红色"));
    assertThat(Csv.of(table))
        .isEqualTo("key,key,key\r\n\"a,\"\"b\"\"\r\nc\",2026-03-01T16:30:05Z,RED\r\n");
  }

  @Test
  void everyRowHasACellForEachColumn() {
    assertThatThrownBy(
            () ->
                new Export("x", "x", List.of(new Column("a", "a")), List.of(List.of()), List.of()))
        .hasMessageContaining("1 columns");
  }
}
