package io.minewatch.alerting.oidc;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody whom a provider vouches for: the subject means one person at this issuer for ever, and
 * nobody anywhere else.
 */
public record Identity(String issuer, String subject) {
  /** Longer ones the standard does not have. */
  private static final int LONGEST = 255;

  public Identity {
    if (issuer.isEmpty() || subject.isEmpty() || subject.length() > LONGEST) {
      throw new IllegalArgumentException("needs an issuer and a subject of at most " + LONGEST);
    }
  }

  /**
   * The name of the account, for instance {@code 2482.a@id.example:mines}: no two identities have
   * the same, and no local account has one like it. What could not stand in the path of an address
   * is written as the hexadecimal digits of its bytes behind a low line.
   */
  public String account() {
    String place = issuer.replaceFirst("^https?://", "");
    return plain(subject)
        + "@"
        + Stream.of(place.split("/", -1)).map(Identity::plain).collect(Collectors.joining(":"));
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean stays = letter || (c >= '0' && c <= '9') || c == '-' || c == '.';
      plain.append(stays ? String.valueOf(c) : "_%02x".formatted((int) c));
    }
    return plain.toString();
  }
}
