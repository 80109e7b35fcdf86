package io.minewatch.alerting.api;

import io.minewatch.alerting.export.Cell;
import io.minewatch.alerting.export.Csv;
import io.minewatch.alerting.export.Export;
import io.minewatch.alerting.export.Export.Remark;
import io.minewatch.alerting.export.Workbooks;
import io.minewatch.alerting.report.Terms;
import io.minewatch.alerting.report.Tongue;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A table that is taken along, made for the moment and for whoever asks. */
final class Downloads {
  static final String CHINA = "Asia/Shanghai";
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Terms terms;
  private final ZoneId zone;
  private final Principal who;
  private final Instant now;

  /**
   * Downloads in this language.
   *
   * @param zone as its name, in which times are written
   * @param who asks, which the workbook says
   */
  Downloads(Tongue lang, String zone, Principal who, Instant now) {
    this.terms = Terms.in(lang);
    this.who = who;
    this.now = now;
    try {
      this.zone = ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  static ResponseEntity<byte[]> csv(Export export) {
    byte[] bytes = Csv.of(export).getBytes(StandardCharsets.UTF_8);
    return answer(bytes, "text/csv; charset=UTF-8", export.name() + ".csv");
  }

  ResponseEntity<byte[]> workbook(Export export) {
    Export whole =
        export
            .with(new Remark(terms.of("export.zone"), new Cell.Text(zone.getId())))
            .with(new Remark(terms.of("export.made"), new Cell.Moment(now)))
            .with(new Remark(terms.of("export.by"), new Cell.Text(who.getName())));
    byte[] bytes = Workbooks.of(whole, terms.of("export.about"), zone);
    return answer(bytes, WORKBOOK, export.name() + ".xlsx");
  }

  private static ResponseEntity<byte[]> answer(byte[] bytes, String type, String name) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }
}
