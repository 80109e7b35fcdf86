package io.minewatch.alerting.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPeopleTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final Path DEMO = Path.of("../deploy/demo/model-colliery.yaml");

  @TempDir private Path folder;

  private Plan plan(String text) throws IOException {
    Files.writeString(folder.resolve("m.yaml"), text);
    return MineLoader.load(folder, PACKS).values().iterator().next().plan();
  }

  private static PeopleRule rule(Plan plan, Asks asks) {
    return plan.rulesOf(PeopleRule.class).stream()
        .filter(rule -> rule.asks() == asks)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyQuestionIsAskedOnceAndTheLawsRowGoesBeforeTheProposal() throws IOException {
    Plan plan = plan(Files.readString(DEMO));
    assertThat(plan.rulesOf(PeopleRule.class))
        .extracting(PeopleRule::asks)
        .containsExactlyInAnyOrder(Asks.values());
    PeopleRule major = rule(plan, Asks.CROWDED_WORKPLACE);
    assertThat(major.id()).isEqualTo("cn-coal-2025:people-120");
    assertThat(major.numbers().limit()).isEqualTo(120);
    assertThat(major.severity()).isEqualTo(Severity.RED);
    assertThat(major.source().confidence()).isEqualTo(Confidence.HIGH);
    assertThat(rule(plan, Asks.IDLE_MINE).numbers().limit()).isEqualTo(9);
    assertThat(rule(plan, Asks.DISTRESS).severity()).isEqualTo(Severity.RED);
    assertThat(rule(plan, Asks.OVERTIME).source().confidence()).isEqualTo(Confidence.PROPOSAL);
  }

  @Test
  void aMineMayNameItsCapItsLeadersAndWhoMayBeInARestrictedZone() throws IOException {
    String zone = "{id: pump-room, ";
    String text = Files.readString(DEMO);
    assertThat(text).contains(zone);
    Plan plan =
        plan(
            text.replace(zone, zone + "kind: RESTRICTED, allowed: [c-7], ")
                + "\npeopleLimit: 180\npeople:\n"
                + "  - {id: p-1, name: 甲, leader: true, cards: [c-1, c-2]}\n"
                + "  - {id: p-2, name: 乙, cards: [c-3]}\n");
    PeopleRule cap = rule(plan, Asks.MINE_FULL);
    assertThat(cap.numbers().limit()).isEqualTo(180);
    assertThat(cap.source().clause()).startsWith("本矿核定井下人数");
    assertThat(rule(plan, Asks.NO_LEADER).named().leaders())
        .containsExactly(new CardId("c-1"), new CardId("c-2"));
    PeopleRule.Allowed allowed = rule(plan, Asks.RESTRICTED).named().allowed().get(0);
    assertThat(allowed.zone()).hasToString("pump-room");
    assertThat(allowed.cards()).containsExactly(new CardId("c-7"));
  }

  @Test
  void whoeverIsNamedForAShiftLeadsWithEveryCard() throws IOException {
    String text = Files.readString(DEMO);
    assertThat(text).doesNotContain("shifts:");
    Plan plan =
        plan(
            text
                + "\ntimeZone: Asia/Shanghai\nshifts: [\"00:00\", \"08:00\", \"16:00\"]\n"
                + "people:\n"
                + "  - {id: p-1, name: 甲, leader: true, cards: [c-1]}\n"
                + "  - {id: p-2, name: 乙, cards: [c-3, c-4]}\n"
                + "  - {id: p-3, name: 丙, cards: [c-5]}\n"
                + "leaders:\n"
                + "  - {id: \"08:00\", people: [p-2]}\n");

    assertThat(rule(plan, Asks.NO_LEADER).named().leaders())
        .containsExactly(new CardId("c-1"), new CardId("c-3"), new CardId("c-4"));
  }
}
