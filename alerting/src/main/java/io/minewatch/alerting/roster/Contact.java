package io.minewatch.alerting.roster;

import java.util.Objects;

/**
 * One way to reach a person.
 *
 * @param address a telephone number or a mail address, spaces and dashes of a number are left out
 */
public record Contact(Kind kind, String address) {
  private static final int LONGEST = 120;

  /** What is dialled. */
  public enum Kind {
    VOICE,
    SMS,
    MAIL
  }

  public Contact {
    Objects.requireNonNull(kind, "kind");
    address = kind == Kind.MAIL ? address.strip() : address.replaceAll("[ -]", "");
    boolean mail = kind == Kind.MAIL;
    String form = mail ? "[^\\s@<>,;\"]+@[^\\s@<>,;\"]+" : "\\+?[0-9]{3,20}";
    if (address.length() > LONGEST || !address.matches(form)) {
      throw new IllegalArgumentException(
          mail ? "no mail address of ours" : "a number is digits, after a plus if it is foreign");
    }
  }

  /** The same with its middle left out. */
  public String masked() {
    return Masks.address(address);
  }

  /** Never shows all of it. */
  @Override
  public String toString() {
    return kind + " " + masked();
  }
}
