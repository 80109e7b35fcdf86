package io.minewatch.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.MineCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
  private static final MineCode MINE = new MineCode("140921021337");
  private static final PasswordHash HASH =
      new PasswordHash(1_000, "AAAAAAAAAAAAAAAAAAAAAA==", "AAAAAAAAAAAAAAAAAAAAAA==");

  @Test
  void aGatewayTouchesItsOwnMineOnly() {
    assertThat(permissions(Role.GATEWAY, MINE))
        .containsExactlyInAnyOrder(
            "PUBLISH mw/v1/140921021337/+/readings",
            "PUBLISH mw/v1/140921021337/+/positions",
            "PUBLISH mw/v1/140921021337/+/alarms",
            "PUBLISH mw/v1/140921021337/orders/receipt",
            "PUBLISH mw/v1/140921021337/calls/receipt",
            "SUBSCRIBE mw/v1/140921021337/calls",
            "PUBLISH_RETAINED mw/v1/140921021337/+/status",
            "SUBSCRIBE mw/v1/140921021337/plan",
            "SUBSCRIBE mw/v1/140921021337/orders",
            "SUBSCRIBE mw/v1/140921021337/+/receipt/judged",
            "SUBSCRIBE mw/v1/140921021337/+/receipt/kept");
  }

  @Test
  void theJudgeHearsTheMinesAndSaysWhatItFinds() {
    assertThat(permissions(Role.JUDGE, null))
        .containsExactlyInAnyOrder(
            "SUBSCRIBE mw/v1/+/+/readings",
            "SUBSCRIBE mw/v1/+/+/positions",
            "SUBSCRIBE mw/v1/+/+/alarms",
            "SUBSCRIBE mw/v1/+/+/status",
            "SUBSCRIBE mw/v1/+/plan",
            "SUBSCRIBE mw/v1/+/orders",
            "SUBSCRIBE mw/v1/+/findings/receipt",
            "PUBLISH mw/v1/+/findings",
            "PUBLISH mw/v1/+/muster",
            "PUBLISH mw/v1/rejected/+",
            "PUBLISH_RETAINED mw/v1/+/summary",
            "PUBLISH_RETAINED mw/v1/+/+/receipt/judged");
  }

  @Test
  void aSimulatorIsAGatewayOfEveryMineAndHearsNothingElse() {
    assertThat(permissions(Role.SIMULATOR, null))
        .containsExactlyInAnyOrder(
            "PUBLISH mw/v1/+/+/readings",
            "PUBLISH mw/v1/+/+/positions",
            "PUBLISH mw/v1/+/+/alarms",
            "PUBLISH_RETAINED mw/v1/+/+/status",
            "SUBSCRIBE mw/v1/+/plan",
            "SUBSCRIBE mw/v1/+/orders");
  }

  @Test
  void theArchiveOnlyKeeps() {
    assertThat(permissions(Role.ARCHIVE, null))
        .containsExactlyInAnyOrder(
            "SUBSCRIBE mw/v1/+/+/readings",
            "SUBSCRIBE mw/v1/+/+/positions",
            "SUBSCRIBE mw/v1/+/+/alarms",
            "SUBSCRIBE mw/v1/+/+/status",
            "SUBSCRIBE mw/v1/+/plan",
            "PUBLISH mw/v1/rejected/+",
            "PUBLISH_RETAINED mw/v1/+/roots",
            "PUBLISH_RETAINED mw/v1/+/+/receipt/kept");
  }

  @Test
  void alertingPlansAndOrdersAndForgesNoFinding() {
    assertThat(permissions(Role.ALERTING, null))
        .containsExactlyInAnyOrder(
            "PUBLISH_RETAINED mw/v1/+/plan",
            "PUBLISH_RETAINED mw/v1/+/orders",
            "PUBLISH mw/v1/+/calls",
            "PUBLISH mw/v1/+/findings/receipt",
            "PUBLISH mw/v1/000000000000/+/readings",
            "PUBLISH_RETAINED mw/v1/ledger/root",
            "SUBSCRIBE mw/v1/+/findings",
            "SUBSCRIBE mw/v1/+/muster",
            "SUBSCRIBE mw/v1/+/summary",
            "SUBSCRIBE mw/v1/+/+/readings",
            "SUBSCRIBE mw/v1/+/+/status",
            "SUBSCRIBE mw/v1/+/orders/receipt",
            "SUBSCRIBE mw/v1/+/calls/receipt",
            "SUBSCRIBE mw/v1/+/roots",
            "SUBSCRIBE mw/v1/rejected/+",
            "SUBSCRIBE mw/v1/+/plan",
            "SUBSCRIBE mw/v1/+/orders");
  }

  @Test
  void anObserverOnlyReads() {
    assertThat(permissions(Role.OBSERVER, null)).containsExactly("SUBSCRIBE mw/v1/#");
    assertThat(permissions(Role.OBSERVER, MINE))
        .containsExactly("SUBSCRIBE mw/v1/140921021337/#", "SUBSCRIBE mw/v1/rejected/140921021337");
  }

  @Test
  void nobodyFromOutsideConnectsUnderTheClientIdOfAnother() {
    Account gateway = new Account("gw", HASH, Role.GATEWAY, MINE);
    assertThat(AccessRules.clientIdRefusal(gateway, "140921021337.gw-1")).isNull();
    for (String id : List.of("", "judge-0", "140921021337", "140921021337.", "140921029999.gw-1")) {
      assertThat(AccessRules.clientIdRefusal(gateway, id)).isNotNull();
    }
    Account observer = new Account("eye", HASH, Role.OBSERVER, null);
    assertThat(AccessRules.clientIdRefusal(observer, "observer.eye")).isNull();
    for (String id : List.of("", "judge-0", "observer.", "140921021337.gw-1")) {
      assertThat(AccessRules.clientIdRefusal(observer, id)).isNotNull();
    }
    Account judge = new Account("judge", HASH, Role.JUDGE, null);
    assertThat(AccessRules.clientIdRefusal(judge, "judge-0")).isNull();
    assertThat(AccessRules.clientIdRefusal(judge, "")).isNotNull();
  }

  @Test
  void refusesAccountsThatCannotBe() {
    assertThatThrownBy(() -> new Account("gw", HASH, Role.GATEWAY, null))
        .hasMessage("the gateway 'gw' needs a mine");
    assertThatThrownBy(() -> new Account("judge", HASH, Role.JUDGE, MINE))
        .hasMessageContaining("bound to none");
    assertThatThrownBy(() -> new Account("a:b", HASH, Role.JUDGE, null))
        .hasMessageContaining("no ':'");
    Account twin = new Account("twin", HASH, Role.JUDGE, null);
    assertThatThrownBy(() -> Accounts.of(List.of(twin, twin)))
        .hasMessage("the user 'twin' is there twice");
  }

  @Test
  void aPasswordHashTellsNothingUnlessAsked() {
    assertThat(new Account("judge", HASH, Role.JUDGE, null).toString()).doesNotContain("AAAA");
    assertThat(PasswordHash.parse(HASH.text())).isEqualTo(HASH);
  }

  private static List<String> permissions(Role role, MineCode mine) {
    return AccessRules.permissions(new Account("user", HASH, role, mine)).stream()
        .map(permission -> permission.act() + " " + permission.filter())
        .toList();
  }
}
