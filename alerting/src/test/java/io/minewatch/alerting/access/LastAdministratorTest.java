package io.minewatch.alerting.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastAdministratorTest {
  private static final Account KNOWN = account("a", Role.ADMINISTRATOR, "14");

  private static Account account(String name, Role role, String scope) {
    return new Account(name, name, role, scope, "hash");
  }

  private static boolean goes(Account becomes, Account... others) {
    List<Account> all = new ArrayList<>(List.of(others));
    all.add(KNOWN);
    return LastAdministrator.goes(KNOWN, becomes, all);
  }

  @Test
  void theLastOfAScopeStays() {
    assertThat(goes(null)).isTrue();
    assertThat(goes(account("a", Role.REGULATOR, "14"))).isTrue();
    assertThat(goes(account("a", Role.ADMINISTRATOR, "14/1409"))).as("narrower").isTrue();
    assertThat(goes(Account.vouched("a", "a", Role.ADMINISTRATOR, "14", "1"))).isTrue();
  }

  @Test
  void whatLeavesTheScopeAnAdministratorMayChange() {
    assertThat(goes(account("a", Role.ADMINISTRATOR, "14"))).isFalse();
    assertThat(goes(account("a", Role.ADMINISTRATOR, ""))).as("wider").isFalse();
    assertThat(goes(null, account("b", Role.ADMINISTRATOR, "14"))).isFalse();
    assertThat(goes(null, account("b", Role.ADMINISTRATOR, ""))).isFalse();
  }

  @Test
  void nobodyElseIsOneOfThatScope() {
    assertThat(goes(null, account("b", Role.OPERATOR, "14"))).isTrue();
    assertThat(goes(null, account("b", Role.ADMINISTRATOR, "14/1409"))).isTrue();
    assertThat(goes(null, account("b", Role.ADMINISTRATOR, "15"))).isTrue();
    assertThat(goes(null, Account.vouched("b", "b", Role.ADMINISTRATOR, "", "1")))
        .as("not without the provider")
        .isTrue();
  }

  @Test
  void whoWasNoneIsTakenAway() {
    Account reader = account("r", Role.REGULATOR, "14");
    assertThat(LastAdministrator.goes(reader, null, List.of(reader))).isFalse();
    Account vouched = Account.vouched("v", "v", Role.ADMINISTRATOR, "14", "1");
    assertThat(LastAdministrator.goes(vouched, null, List.of(vouched))).isFalse();
  }
}
