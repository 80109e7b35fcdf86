package io.minewatch.alerting.evidence;

import java.util.List;

/** A page to print: headings and tables, in whatever language; nothing that is put in is markup. */
final class Page {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="zh"><head><meta charset="utf-8"><title>%1$s</title><style>
      body { font: 10pt/1.4 "Noto Sans SC", "Microsoft YaHei", sans-serif; margin: 15mm; }
      h1 { font-size: 15pt; } h2 { font-size: 12pt; margin-top: 8mm; }
      table { border-collapse: collapse; width: 100%%; }
      th, td { border: 0.5pt solid #555; padding: 1mm 2mm; text-align: left; vertical-align: top; }
      tr { break-inside: avoid; } thead { display: table-header-group; }
      @page { size: A4; margin: 12mm; }
      </style></head><body>
      <h1>%1$s</h1>
      """;

  private final StringBuilder text = new StringBuilder();

  Page(String title) {
    text.append(HEAD.formatted(escape(title)));
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
