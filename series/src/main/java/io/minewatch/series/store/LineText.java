package io.minewatch.series.store;

/** Texts in line protocol: what would end a tag, a field or a line does not. */
final class LineText {
  private LineText() {}

  /** Appends {@code ,key=value}; an empty value is left out, for no server takes one. */
  static void tag(StringBuilder to, String key, String value) {
    if (value.isEmpty()) {
      return;
    }
    to.append(',').append(key).append('=');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '=' || c == ' ') {
        to.append('\\');
      }
      // A backslash cannot be escaped in a tag; at the end it would eat what follows.
      to.append(c < ' ' || c == '\\' ? '_' : c);
    }
  }

  static void quoted(StringBuilder to, String value) {
    to.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        to.append('\\');
      }
      to.append(c < ' ' ? '_' : c);
    }
    to.append('"');
  }
}
