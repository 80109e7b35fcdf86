package io.minewatch.alerting.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.oidc.Claims.Granted;
import io.minewatch.alerting.oidc.Claims.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final Claims CLAIMS =
      new Claims(
          "realm_access.roles",
          Map.of("mw-dispatch", Role.DISPATCHER, "mw-inspect", Role.REGULATOR),
          "area",
          Map.of("1409", "14/1409", "nation", ""),
          "name");

  private static Claims.Standing of(Object roles, Object area) {
    return CLAIMS.of(Map.of("realm_access", Map.of("roles", roles), "area", area, "name", "王芳"));
  }

  @Test
  void givesTheOneRoleAndTheOneScopeThatAreWrittenDown() {
    assertThat(of(List.of("offline_access", "mw-dispatch"), "1409"))
        .isEqualTo(new Granted(Role.DISPATCHER, "14/1409", "王芳"));
    assertThat(of("mw-inspect", List.of("nation", "staff")))
        .isEqualTo(new Granted(Role.REGULATOR, "", "王芳"));
    assertThat(of("mw-dispatch", 1409)).isEqualTo(new Granted(Role.DISPATCHER, "14/1409", "王芳"));
  }

  @Test
  void givesNothingForWhatIsUnknownMissingOrNotClear() {
    assertThat(of(List.of("administrator"), "1409"))
        .isEqualTo(new Refused("the claim 'realm_access.roles' gives no role"));
    assertThat(of(List.of("MW-DISPATCH"), "1409")).isInstanceOf(Refused.class);
    assertThat(of(Map.of("mw-dispatch", true), "1409")).isInstanceOf(Refused.class);
    assertThat(of(List.of("mw-dispatch"), "15"))
        .as("no scope is not the nation")
        .isEqualTo(new Refused("the claim 'area' gives no scope"));
    assertThat(of(List.of("mw-dispatch"), List.of())).isInstanceOf(Refused.class);
    assertThat(of(List.of("mw-dispatch", "mw-inspect"), "1409"))
        .isEqualTo(new Refused("the claim 'realm_access.roles' gives 2 roles"));
    assertThat(of("mw-dispatch", List.of("1409", "nation")))
        .isEqualTo(new Refused("the claim 'area' gives 2 scopes"));
    assertThat(CLAIMS.of(Map.of())).isInstanceOf(Refused.class);
    assertThat(CLAIMS.of(Map.of("realm_access", "mw-dispatch", "area", "1409")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aClaimWhoseNameHoldsDotsIsFoundByItsName() {
    Claims named =
        new Claims(
            "https://mine.example/role",
            Map.of("d", Role.DISPATCHER),
            "https://mine.example/role",
            Map.of("d", "14"),
            "name");
    assertThat(named.of(Map.of("https://mine.example/role", "d")))
        .isEqualTo(new Granted(Role.DISPATCHER, "14", ""));
  }

  @Test
  void aNameIsShownWithoutWhatIsNoCharacterOfANameAndNotAtAnyLength() {
    Object long_ = "王\u202e芳\n" + "长".repeat(100);
    Claims.Standing given =
        CLAIMS.of(
            Map.of("realm_access", Map.of("roles", "mw-dispatch"), "area", "1409", "name", long_));
    assertThat(((Granted) given).display()).hasSize(64).startsWith("王 芳 长");
  }

  @Test
  void needsRowsOfBoth() {
    assertThatThrownBy(() -> new Claims("a", Map.of(), "b", Map.of("x", ""), "name"))
        .hasMessageContaining("row of roles");
  }

  @Test
  void noTwoPeopleHaveTheSameAccountAndNoneHasALocalOne() {
    String of = "https://id.example:8443/realms/mines";
    assertThat(new Identity(of, "2482.a-b").account())
        .isEqualTo("2482.a-b@id.example_3a8443:realms:mines");
    assertThat(
            List.of(
                new Identity("https://a/b", "x").account(),
                new Identity("https://a:b", "x").account(),
                new Identity("https://a/b/", "x").account(),
                new Identity("https://a", "x").account(),
                new Identity("https://b", "x_a").account(),
                new Identity("https://a", "x_40").account(),
                new Identity("https://a", "x@").account(),
                new Identity("https://a", "X").account()))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[A-Za-z0-9._-]+@[A-Za-z0-9._:-]+"));
    assertThatThrownBy(() -> new Identity("https://a", "x".repeat(256)))
        .hasMessageContaining("255");
  }

  @Test
  void aNumberOfAPersonIsNoPartOfAName() {
    for (String subject :
        new String[] {"13812345678", "8613812345678", "14010219900307123X", "wang@mine.example"}) {
      String name = new Identity("https://a", subject).account();
      assertThat(name).matches("_h[0-9a-f]{32}@a").doesNotContain(subject);
      assertThat(name).isNotEqualTo(new Identity("https://b", subject).account());
    }
    assertThat(new Identity("https://a", "2482").account()).isEqualTo("2482@a");
  }
}
