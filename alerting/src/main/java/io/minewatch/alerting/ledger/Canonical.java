package io.minewatch.alerting.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON of which there is one form only: an object of texts and whole numbers, keys sorted, no white
 * space, escapes as RFC 8785 has them. And its SHA-256.
 */
public final class Canonical {
  private static final char FIRST_PRINTABLE = ' ';

  private Canonical() {}

  /**
   * Writes an object.
   *
   * @param fields of {@code String}, {@code Integer} and {@code Long} values
   * @throws IllegalArgumentException for any other value
   */
  public static String json(Map<String, ?> fields) {
    StringBuilder json = new StringBuilder("{");
    for (Map.Entry<String, ?> field : new TreeMap<>(fields).entrySet()) {
      if (json.length() > 1) {
        json.append(',');
      }
      text(json, field.getKey());
      json.append(':');
      Object value = field.getValue();
      if (value instanceof String text) {
        text(json, text);
      } else if (value instanceof Integer || value instanceof Long) {
        json.append(value);
      } else {
        throw new IllegalArgumentException("no canonical form: " + field.getKey());
      }
    }
    return json.append('}').toString();
  }

  private static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> {
          if (c < FIRST_PRINTABLE) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }

  /** SHA-256 of a text in UTF-8, in hex. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 in hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
