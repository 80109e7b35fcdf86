package io.minewatch.alerting.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A page to print: headings and tables, in whatever language; nothing that is put in is markup. */
final class Page {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="zh"><head><meta charset="utf-8"><title>%1$s</title>%2$s</head><body>
      <h1>%1$s</h1>
      """;

  /** Where a browser gets the looks of a page from. */
  enum Looks {
    /** From the server that serves the page: its policy lets no page carry its own. */
    SERVED,
    /** From the page itself, which stands alone in a pack. */
    WITHIN
  }

  private final StringBuilder text = new StringBuilder();

  Page(String title, Looks looks) {
    text.append(
        HEAD.formatted(
            escape(title),
            switch (looks) {
              case SERVED -> "<link rel=\"stylesheet\" href=\"/css/report.css\">";
              case WITHIN -> "<style>\n" + sheet() + "</style>";
            }));
  }

  private static String sheet() {
    try (InputStream in = Page.class.getResourceAsStream("/console/css/report.css")) {
      return new String(
          Objects.requireNonNull(in, "it is built in").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Page heading(String words) {
    text.append("<h2>").append(escape(words)).append("</h2>\n");
    return this;
  }

  /** A paragraph in both languages. */
  Page text(String chinese, String english) {
    text.append("<p>").append(escape(chinese)).append("<br>").append(escape(english));
    text.append("</p>\n");
    return this;
  }

  Page table(List<String> head, List<List<String>> rows) {
    text.append("<table><thead><tr>");
    head.forEach(each -> text.append("<th>").append(escape(each)).append("</th>"));
    text.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      text.append("<tr>");
      row.forEach(each -> text.append("<td>").append(escape(each)).append("</td>"));
      text.append("</tr>\n");
    }
    text.append("</tbody></table>\n");
    return this;
  }

  String end() {
    return text.append("</body></html>\n").toString();
  }

  /** People write into an incident: nothing of it is markup. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
