package io.minewatch.alerting.notify.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places like {@code ${number}}. What is filled in is escaped for what the text is, so
 * that no value can become anything but a value.
 */
record Template(String text, UnaryOperator<String> escape) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");

  static Template url(String text) {
    return new Template(text, Template::encoded);
  }

  /**
   * A body of this content type.
   *
   * @throws IllegalArgumentException if values cannot be escaped for it
   */
  static Template body(String text, String contentType) {
    if (contentType.startsWith("application/json")) {
      return new Template(text, Template::json);
    }
    if (contentType.startsWith("application/x-www-form-urlencoded")) {
      return url(text);
    }
    throw new IllegalArgumentException(
        "a body is application/json or application/x-www-form-urlencoded, was " + contentType);
  }

  /** A header's value: line breaks are taken out. */
  static Template header(String text) {
    return new Template(text, value -> value.replaceAll("[\\r\\n]", " "));
  }

  /**
   * Fills in.
   *
   * @throws IllegalArgumentException if the text names a place that there is no value for
   */
  String fill(Map<String, String> values) {
    Matcher place = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalArgumentException("no such place: " + place.group());
      }
      place.appendReplacement(filled, Matcher.quoteReplacement(escape.apply(value)));
    }
    return place.appendTail(filled).toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String json(String value) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append("\\u%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
