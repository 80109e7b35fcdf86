package io.minewatch.alerting.oidc;

import io.minewatch.alerting.ledger.Canonical;
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
   *
   * <p>The name is shown to people who must not see a number of the person: a subject that looks
   * like one, or like an address of mail, is told as a hash ({@code _h}…).
   */
  public String account() {
    String place = issuer.replaceFirst("^https?://", "");
    String who =
        isPersonal()
            ? "_h" + Canonical.sha256(issuer + "\n" + subject).substring(0, 32)
            : plain(subject);
    return who
        + "@"
        + Stream.of(place.split("/", -1)).map(Identity::plain).collect(Collectors.joining(":"));
  }

  /** A mobile number, an identity card's, or an address: 11, 15 or 18 digits, or with an at. */
  private boolean isPersonal() {
    return subject.contains("@") || subject.matches("[+]?(\\d{2})?\\d{11}|\\d{15}|\\d{17}[\\dXx]");
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
