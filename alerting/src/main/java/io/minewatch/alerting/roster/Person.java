package io.minewatch.alerting.roster;

import java.util.List;
import java.util.Objects;

/**
 * Somebody who can be on duty.
 *
 * @param id within its roster
 * @param account the name under which this person signs in at the console; empty for none
 * @param contacts every number, the one to be tried first first
 */
public record Person(String id, String name, String account, List<Contact> contacts) {
  private static final int MOST_CONTACTS = 8;

  public Person {
    Objects.requireNonNull(account, "account");
    contacts = List.copyOf(contacts);
    if (!id.matches("[a-zA-Z0-9._-]{1,64}") || name.isBlank() || name.length() > 80) {
      throw new IllegalArgumentException("a person needs an id of letters and digits, and a name");
    }
    if (contacts.size() > MOST_CONTACTS) {
      throw new IllegalArgumentException(
          "person " + id + " has more than " + MOST_CONTACTS + " numbers");
    }
  }

  /** Never shows the name or a number. */
  @Override
  public String toString() {
    return "person " + id;
  }
}
