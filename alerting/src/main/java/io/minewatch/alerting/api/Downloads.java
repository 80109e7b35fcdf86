package io.minewatch.alerting.api;

import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.export.Cell;
import io.minewatch.alerting.export.Csv;
import io.minewatch.alerting.export.Export;
import io.minewatch.alerting.export.Export.Remark;
import io.minewatch.alerting.export.Workbooks;
import io.minewatch.alerting.report.Terms;
import io.minewatch.alerting.report.Tongue;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A table that is taken along, made for the moment and for whoever asks; the ledger says so. */
final class Downloads {
  static final String CHINA = "Asia/Shanghai";
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Of an address, in the ledger. */
  private static final int LONGEST = 500;

  private final Register register;
  private final Principal who;
  private final HttpServletRequest request;

  /** Downloads of somebody, by this request. */
  Downloads(Register register, Principal who, HttpServletRequest request) {
    this.register = register;
    this.who = who;
    this.request = request;
  }

  ResponseEntity<byte[]> csv(Export export) {
    byte[] bytes = Csv.of(export).getBytes(StandardCharsets.UTF_8);
    return answer(export, bytes, "text/csv; charset=UTF-8", ".csv");
  }

  /**
   * A workbook, which says how it has to be read.
   *
   * @param zone name of the one in which times are written
   */
  ResponseEntity<byte[]> workbook(Export export, Tongue lang, String zone, Instant now) {
    Terms terms = Terms.in(lang);
    ZoneId in = zone(zone);
    Export whole =
        export
            .with(new Remark(terms.of("export.zone"), new Cell.Text(in.getId())))
            .with(new Remark(terms.of("export.made"), new Cell.Moment(now)))
            .with(new Remark(terms.of("export.by"), new Cell.Text(who.getName())));
    return answer(export, Workbooks.of(whole, terms.of("export.about"), in), WORKBOOK, ".xlsx");
  }

  private static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "no time zone '" + zone + "'");
    }
  }

  private ResponseEntity<byte[]> answer(Export export, byte[] bytes, String type, String ending) {
    String asked = asked(Objects.requireNonNullElse(request.getQueryString(), ""));
    register.exported(
        who.getName(),
        export.name() + ending,
        export.rows().size(),
        asked.substring(0, Math.min(LONGEST, asked.length())));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + export.name() + ending + "\"")
        .body(bytes);
  }

  /**
   * What was asked for, without the text that was searched for: that may be a person's name, and
   * the ledger forgets nothing.
   */
  static String asked(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(each -> isText(each.split("=", 2)[0]) ? "text=*" : each)
        .collect(Collectors.joining("&"));
  }

  /** However it is written; with signs beside it, it is a default of the same. */
  private static boolean isText(String name) {
    try {
      String plain = URLDecoder.decode(name, StandardCharsets.UTF_8);
      return plain.replaceAll("[^A-Za-z]", "").equalsIgnoreCase("text");
    } catch (IllegalArgumentException e) {
      return true; // what cannot be read is not kept
    }
  }
}
