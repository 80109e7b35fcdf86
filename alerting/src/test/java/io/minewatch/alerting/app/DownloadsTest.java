package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The tables that are taken along, in both languages, with what the pages show. */
class DownloadsTest extends Timeline {
  private HttpResponse<byte[]> get(String path) throws Exception {
    String pair = "regulator:pw-regulator";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private Sheet sheet(String path, int number) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .contains("spreadsheetml.sheet");
    assertThat(answer.headers().firstValue("ETag")).as("made for the moment").isEmpty();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      return book.getSheetAt(number);
    }
  }

  /** Who took what along, by the ledger. */
  private List<String> exports() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        Statement ask = db.createStatement();
        ResultSet row =
            ask.executeQuery(
                "select actor || ' ' || subject || ' ' || content from ledger"
                    + " where kind = 'EXPORT'")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private static org.apache.poi.ss.usermodel.Cell under(Sheet sheet, String heading) {
    for (org.apache.poi.ss.usermodel.Cell head : sheet.getRow(0)) {
      if (head.getStringCellValue().equals(heading)) {
        return sheet.getRow(1).getCell(head.getColumnIndex());
      }
    }
    throw new AssertionError("no column " + heading);
  }

  private static String about(Sheet sheet, String word) {
    for (Row row : sheet) {
      if (row.getCell(0).getStringCellValue().equals(word)) {
        return row.getCell(1).toString();
      }
    }
    throw new AssertionError("nothing is said about " + word);
  }

  @Test
  void haveTheSameInAWorkbookAsOnThePage() throws Exception {
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    clock.move(Duration.ofMinutes(1));

    Sheet counters = sheet("/api/counters.xlsx?by=MINE", 0);
    assertThat(counters.getSheetName()).isEqualTo("统计");
    assertThat(under(counters, "发布预警（次）").getNumericCellValue()).isEqualTo(1);
    assertThat(under(counters, "地区或矿井").getCellType()).isEqualTo(CellType.STRING);
    assertThat(under(counters, "地区或矿井").getStringCellValue()).isEqualTo(MINE.value());
    assertThat(under(counters, "性质").getStringCellValue()).isEqualTo("真实");

    Sheet english = sheet("/api/archive.xlsx?lang=EN&zone=UTC", 0);
    assertThat(under(english, "Incident").getStringCellValue()).isEqualTo(ID);
    assertThat(under(english, "Level").getStringCellValue()).isEqualToIgnoringCase("red");
    String opened = api.get("regulator", "/api/archive").at("/lines/0/opened").asText();
    assertThat(under(english, "Opened").getLocalDateTimeCellValue().toString())
        .isEqualTo(opened.replace("Z", "").replaceFirst(":00$", ""));
    assertThat(under(english, "Closed")).isNull();
    Sheet said = sheet("/api/archive.xlsx?lang=EN&zone=UTC", 1);
    assertThat(about(said, "Time zone of the times")).isEqualTo("UTC");
    assertThat(about(said, "Made by")).isEqualTo("regulator");
    assertThat(about(said, "Found")).isEqualTo("1.0");
    Sheet chinese = sheet("/api/archive.xlsx", 0);
    assertThat(under(chinese, "级别").getStringCellValue()).isEqualTo("红色");
    assertThat(about(sheet("/api/archive.xlsx", 1), "时间所用时区")).isEqualTo("Asia/Shanghai");
    assertThat(sheet("/api/archive.xlsx?severity=BLUE", 0).getLastRowNum()).isZero();

    String csv = new String(get("/api/archive.csv").body(), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("incident,mine,mine_name,").contains("\r\n" + ID + "," + MINE);
    assertThat(csv.split(",")).contains("RED", "REAL");

    Sheet lines = sheet("/api/four-lines.xlsx?by=MINE", 0);
    assertThat(under(lines, "断网 次数").getCellType()).isEqualTo(CellType.NUMERIC);
    assertThat(exports())
        .anyMatch(row -> row.startsWith("regulator archive.xlsx "))
        .anyMatch(row -> row.startsWith("regulator counters.xlsx "));
    assertThat(get("/api/archive.xlsx?zone=nowhere").statusCode()).isEqualTo(400);
    assertThat(get("/api/archive.csv?text=" + "x".repeat(101)).statusCode()).isEqualTo(400);
  }

  @Test
  void areTakenAlongWithWhatWasAskedButNoTextThatWasSearchedFor() throws Exception {
    String period = "from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z";
    assertThat(get("/api/archive.csv?text=zhang&" + period).statusCode()).isEqualTo(200);
    assertThat(get("/api/counters.xlsx?" + period).statusCode()).isEqualTo(200);
    assertThat(exports())
        .hasSize(2)
        .allMatch(row -> row.contains(period))
        .noneMatch(row -> row.contains("zhang"));
  }
}
