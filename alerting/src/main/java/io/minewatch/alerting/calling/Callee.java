package io.minewatch.alerting.calling;

import io.minewatch.alerting.roster.Masks;

/**
 * Whom an attempt reaches; every part is empty where nobody is named.
 *
 * @param scope of the roster that knows the person
 * @param person id in that roster
 * @param account under which the person signs in at the console
 * @param address number or mail address that is dialled
 */
public record Callee(String scope, String person, String name, String account, String address) {
  /** Whoever looks. */
  public static final Callee NOBODY = new Callee("", "", "", "", "");

  /** Who has answered, as the journal names people. */
  public String who() {
    return account.isEmpty() ? person : account;
  }

  /** Never shows name or number. */
  @Override
  public String toString() {
    return "callee " + person + " " + Masks.address(address);
  }
}
