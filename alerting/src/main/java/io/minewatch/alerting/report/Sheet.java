package io.minewatch.alerting.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page to print in one language and one time zone: a browser's print makes paper or a PDF of it.
 * Nothing that is put in is markup, and nothing needs a style or a script of its own.
 */
final class Sheet {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="%1$s"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%2$s</title><link rel="stylesheet" href="/css/print.css"></head><body><main>
      """;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** What stands where something is not known; an empty cell could be read as nothing wrong. */
  static final String NONE = "—";

  private final StringBuilder text = new StringBuilder();
  private final Tongue tongue;
  private final ZoneId zone;

  Sheet(String title, Tongue tongue, ZoneId zone) {
    this.tongue = tongue;
    this.zone = zone;
    text.append(HEAD.formatted(tongue.tag(), escape(title)));
  }

  String say(String chinese, String english) {
    return tongue.say(chinese, english);
  }

  /** A time of the sheet's zone, to the second. */
  String time(@Nullable Instant at) {
    return at == null ? NONE : SECOND.format(at.atZone(zone));
  }

  String minute(@Nullable Instant at) {
    return at == null ? NONE : MINUTE.format(at.atZone(zone));
  }

  /** How long, as people say it. */
  String span(@Nullable Duration took) {
    if (took == null) {
      return NONE;
    }
    long s = Math.abs(took.toSeconds());
    if (s < 60) {
      return s + say(" 秒", " s");
    }
    if (s < 3_600) {
      return "%d:%02d".formatted(s / 60, s % 60) + say(" 分", " min");
    }
    return "%d:%02d:%02d".formatted(s / 3_600, s / 60 % 60, s % 60) + say(" 时", " h");
  }

  Sheet title(String kicker, String title, String below) {
    text.append("<header><p class=\"kicker\">").append(escape(kicker)).append("</p><h1>");
    text.append(escape(title)).append("</h1><p class=\"below\">").append(escape(below));
    text.append("</p></header>\n");
    return this;
  }

  Sheet heading(String words) {
    text.append("<h2>").append(escape(words)).append("</h2>\n");
    return this;
  }

  Sheet text(String words) {
    text.append("<p>").append(escape(words)).append("</p>\n");
    return this;
  }

  /** What must not be overlooked. */
  Sheet warning(String words) {
    text.append("<p class=\"warning\">⚠ ").append(escape(words)).append("</p>\n");
    return this;
  }

  /** One large number and what it is. */
  record Figure(String value, String word) {}

  Sheet figures(List<Figure> all) {
    text.append("<dl class=\"figures\">");
    for (Figure each : all) {
      text.append("<div><dt>").append(escape(each.word())).append("</dt><dd>");
      text.append(escape(each.value())).append("</dd></div>");
    }
    text.append("</dl>\n");
    return this;
  }

  /** Names beside values. */
  Sheet facts(List<List<String>> rows) {
    text.append("<table class=\"facts\"><tbody>\n");
    for (List<String> row : rows) {
      text.append("<tr><th scope=\"row\">").append(escape(row.get(0))).append("</th><td>");
      text.append(escape(row.get(1))).append("</td></tr>\n");
    }
    text.append("</tbody></table>\n");
    return this;
  }

  /** A table; where it has no rows, words that say so. */
  Sheet table(List<String> head, List<List<String>> rows, String none) {
    if (rows.isEmpty()) {
      return text(none);
    }
    text.append("<table><thead><tr>");
    head.forEach(each -> text.append("<th scope=\"col\">").append(escape(each)).append("</th>"));
    text.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      text.append("<tr>");
      row.forEach(each -> text.append("<td>").append(escape(each)).append("</td>"));
      text.append("</tr>\n");
    }
    text.append("</tbody></table>\n");
    return this;
  }

  /** A picture with what it shows in words. */
  Sheet picture(String svg, String caption) {
    text.append("<figure>").append(svg).append("<figcaption>").append(escape(caption));
    text.append("</figcaption></figure>\n");
    return this;
  }

  /** Lines on which people sign. */
  Sheet signatures(List<String> who) {
    text.append("<div class=\"signatures\">");
    who.forEach(each -> text.append("<p>").append(escape(each)).append("</p>"));
    text.append("</div>\n");
    return this;
  }

  String end(String foot) {
    return text.append("</main><footer>")
        .append(escape(foot))
        .append("</footer></body></html>\n")
        .toString();
  }

  /** People write into what is reported: nothing of it is markup. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
