package io.minewatch.alerting.export;

import io.minewatch.alerting.export.Export.Remark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a workbook (XLSX) for people: one sheet with the rows, one that says what they are. A
 * text is a text whatever it begins with: no cell is a formula. Times are those of one zone, as a
 * workbook knows none; the zone stands beside the table.
 */
public final class Workbooks {
  private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
  private static final String DAY = "yyyy-mm-dd";
  private static final String SHARE = "0.0000%";
  private static final String HEAD = "D9E1F2";

  /** A spreadsheet takes no longer ones; what is more is cut. */
  private static final int LONGEST_TEXT = 32_767;

  /** Of a sheet's name. */
  private static final int LONGEST_TITLE = 31;

  private static final int NARROW = 10;
  private static final int WIDE = 40;

  private Workbooks() {}

  /**
   * The bytes of the workbook.
   *
   * @param about title of the second sheet
   */
  public static byte[] of(Export export, String about, ZoneId zone) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Minewatch", "1.0")) {
      rows(book.newWorksheet(titled(export.title())), export, zone);
      remarks(book.newWorksheet(titled(about)), export.remarks(), zone);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes are always taken", e);
    }
    return bytes.toByteArray();
  }

  private static void rows(Worksheet sheet, Export export, ZoneId zone) {
    int width = export.columns().size();
    for (int x = 0; x < width; x++) {
      String heading = export.columns().get(x).heading();
      sheet.value(0, x, heading);
      int widest = heading.codePointCount(0, heading.length()) * 2;
      for (int y = 0; y < export.rows().size(); y++) {
        Cell cell = export.rows().get(y).get(x);
        put(sheet, y + 1, x, cell, zone);
        widest = Math.max(widest, length(cell));
      }
      sheet.width(x, Math.min(WIDE, Math.max(NARROW, widest + 2)));
    }
    sheet.range(0, 0, 0, width - 1).style().bold().fillColor(HEAD).wrapText(true).set();
    sheet.freezePane(0, 1);
    sheet.setAutoFilter(0, 0, export.rows().size(), width - 1);
  }

  private static void remarks(Worksheet sheet, List<Remark> remarks, ZoneId zone) {
    for (int y = 0; y < remarks.size(); y++) {
      sheet.value(y, 0, remarks.get(y).word());
      sheet.style(y, 0).bold().set();
      put(sheet, y, 1, remarks.get(y).said(), zone);
    }
    sheet.width(0, WIDE / 2.0);
    sheet.width(1, WIDE);
  }

  private static int length(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.value().length();
    }
    if (cell instanceof Cell.Term term) {
      return term.word().length() * 2;
    }
    return cell instanceof Cell.Moment ? MOMENT.length() : NARROW;
  }

  private static void put(Worksheet sheet, int y, int x, Cell cell, ZoneId zone) {
    if (cell instanceof Cell.Text text) {
      sheet.value(y, x, readable(text.value()));
    } else if (cell instanceof Cell.Term term) {
      sheet.value(y, x, readable(term.word()));
    } else if (cell instanceof Cell.Amount amount) {
      sheet.value(y, x, amount.value());
    } else if (cell instanceof Cell.Share share) {
      sheet.value(y, x, share.value());
      sheet.style(y, x).format(SHARE).set();
    } else if (cell instanceof Cell.Moment moment) {
      sheet.value(y, x, moment.at().atZone(zone).toLocalDateTime());
      sheet.style(y, x).format(MOMENT).set();
    } else if (cell instanceof Cell.Day day) {
      sheet.value(y, x, day.day());
      sheet.style(y, x).format(DAY).set();
    }
  }

  /** Without what no XML can hold, which would make the whole workbook unreadable. */
  private static String readable(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\ufffe\\uffff]", " ");
    return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT);
  }

  /** Without the characters that the name of a sheet must not have. */
  private static String titled(String title) {
    String plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    return plain.length() <= LONGEST_TITLE ? plain : plain.substring(0, LONGEST_TITLE);
  }
}
