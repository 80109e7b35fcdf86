package io.minewatch.alerting.document;

import static io.minewatch.alerting.document.ProtectedMine.FULL;
import static io.minewatch.alerting.document.ProtectedMine.PACKS;
import static io.minewatch.alerting.document.ProtectedMine.add;
import static io.minewatch.alerting.document.ProtectedMine.expect;
import static io.minewatch.alerting.document.ProtectedMine.lowered;
import static io.minewatch.alerting.document.ProtectedMine.with;
import static io.minewatch.alerting.document.ProtectedMine.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.yaml.Problems;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectionTest {
  /**
   * Each row is a change; the last column a piece of the words that must come, or that none may.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "name|-|示范煤矿|新名|none",
        "nameEnglish|-|A|B|none",
        "kind|-|coal-underground|metal|kind of mine from coal-underground to metal",
        "classes|-|[high-gas]|[low-gas]|mine classes from",
        "jurisdiction|-|['14','1409','140921']|['14','1409','140922']|jurisdiction from",
        "status|-|STOPPED|WORKING|status from STOPPED to WORKING",
        "status|-|STOPPED|suspended|status from STOPPED to suspended",
        "status|-|SUSPENDED|WORKING|status from SUSPENDED to WORKING",
        "status|-|STOPPED|null|status from STOPPED to none",
        "status|-|WORKING|STOPPED|status from WORKING to STOPPED",
        "status|-|WORKING|SUSPENDED|status from WORKING to SUSPENDED",
        "status|-|SUSPENDED|STOPPED|status from SUSPENDED to STOPPED",
        "status|-|null|SUSPENDED|status from none to SUSPENDED",
        "status|-|null|working|none",
        "statusSince|-|null|'2026-01-01'|none",
        "timeZone|-|null|Asia/Shanghai|time zone from none to Asia/Shanghai",
        "shifts|-|['08:00']|['09:00']|begins of shifts from",
        "tagPeriod|-|PT30S|PT31S|reporting period of cards from PT30S to PT31S",
        "tagPeriod|-|PT30S|PT29S|none",
        "zones|face-0101 peopleLimit|16|17|zone face-0101: limit of people from 16 to 17",
        "zones|face-0101 peopleLimit|16|0|limit of people from 16 to 0",
        "zones|face-0101 peopleLimit|16|null|limit of people from 16 to none",
        "zones|face-0101 peopleLimit|16|15|none",
        "zones|face-0101 peopleLimit|null|40|none",
        "zones|face-0101 underground|true|false|underground from true to false",
        "zones|face-0101 underground|false|true|none",
        "peopleLimit|-|900|800|none",
        "peopleLimit|-|null|800|none",
        "peopleLimit|-|800|900|people limit of the mine from 800 to 900",
        "peopleLimit|-|null|2000|rule platform:people-mine changes",
        "peopleLimit|-|800|null|people limit of the mine from 800 to none",
        "zones|face-0101 allowed|[c-1, c-2]|[c-1]|none",
        "zones|face-0101 allowed|[c-1]|null|none",
        "zones|face-0101 allowed|[c-1]|[c-1, c-2]|cards allowed from",
        "zones|face-0101 allowed|null|[c-1]|cards allowed from",
        "zones|face-0101 kind|RESTRICTED|ROADWAY|kind from RESTRICTED to ROADWAY",
        "zones|face-0101 neighbours|[intake-0101]|[return-0101]|neighbours from",
        "zones|face-0101 downwind|[return-0101]|[]|zones downwind from",
        "zones|face-0101 type|a|b|none",
        "zones|face-0101 elevation|-300|-310|elevation from -300 to -310",
        "zones|face-0101 name|a|b|none",
        "zones|face-0101 x|1|2|none",
        "points|T1-0101 period|PT10S|PT11S|point T1-0101: reporting period from PT10S to PT11S",
        "points|T1-0101 period|PT10S|PT9S|none",
        "points|T1-0101 zone|face-0101|return-0101|zone from face-0101",
        "points|T1-0101 unit|%CH4|ppm|none",
        "points|T1-0101 highest|4|10|high end of the range from 4 to 10",
        "points|T1-0101 lowest|null|1|none",
        "points|T1-0101 lowest|1|null|low end of the range from 1 to none",
        "points|T1-0101 thresholds|{upperAlarm: 1}|{upperAlarm: 2}|none",
        "points|T1-0101 reporting|PERIODIC|ON_CHANGE|reporting mode from",
        "points|T1-0101 noiseFloor|0.02|0.01|noise floor from 0.02 to 0.01",
        "points|T1-0101 noiseFloor|0.02|null|noise floor from 0.02 to none",
        "points|T1-0101 noiseFloor|0.02|0.03|none",
        "points|T1-0101 noiseFloor|null|0.02|none",
        "points|T1-0101 interlock|FAN-0201|V-0101|interlock partner from",
        "points|T1-0101 substation|null|s-1|none",
        "points|T1-0101 substation|s-1|s-2|substation from s-1 to s-2",
        "points|T1-0101 name|a|b|none",
        "points|T1-0101 novelty|a|b|point T1-0101: novelty from a to b",
        "novelty|-|1|2|novelty from 1 to 2",
      })
  void aChangeOfAField(String section, String at, String before, String after, String words) {
    Document one = with(FULL, section, at, before);
    Document other = with(FULL, section, at, after);
    expect(lowered(one, other), words);
  }

  /** A stricter rule of the mine waits for nobody, a looser one does; both ways of each. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: r, rule: 'cn-coal-2025:640', zone: portal-slope, points: [GP-01], date: '2026-09-01', by: x, steps: [{at: 5, severity: YELLOW}]} | at: 5 | at: 4",
        "{id: r, rule: 'cn-coal-2025:640', zone: portal-slope, points: [GP-01], date: '2026-09-01', by: x, steps: [{at: 5, severity: YELLOW}]} | YELLOW | ORANGE",
        "{id: r, rule: 'cn-coal-2025:640', zone: portal-slope, points: [GP-01], date: '2026-09-01', by: x, steps: [{at: 5, severity: YELLOW}]} | [GP-01] | [GP-01, GP-02]",
        "{id: r, rule: 'platform:gas-without-fan', zone: heading-0201, operands: [{name: fan, point: FAN-0201}, {name: gas, point: T1-0201}], severity: YELLOW} | YELLOW | RED"
      })
  void aStricterRuleOfTheMineWaitsForNobody(String row, String looser, String stricter) {
    Document loose = add(FULL, "rules", row);
    Document strict = add(FULL, "rules", row.replace(looser, stricter));
    assertThat(MineLoader.read(loose, PACKS, new Problems())).isNotNull();
    assertThat(MineLoader.read(strict, PACKS, new Problems())).isNotNull();

    expect(lowered(loose, strict), "none");
    expect(lowered(FULL, loose), "none");
    assertThat(lowered(strict, loose)).isNotEmpty();
  }

  @Test
  void whatOfARuleCannotBeComparedLowersByAnyChange() {
    String row =
        "{id: r, rule: 'platform:gas-without-fan', zone: heading-0201, operands: [{name: fan, point:"
            + " FAN-0201}, {name: gas, point: T1-0201}], severity: YELLOW}";
    Document one = add(FULL, "rules", row);
    Document other = add(FULL, "rules", row.replace("T1-0201", "T2-0201"));
    assertThat(lowered(one, other)).isNotEmpty();
    assertThat(lowered(other, one)).isNotEmpty();
  }

  @Test
  void rowsThatGoAndRowsThatCome() {
    expect(lowered(FULL, without("points", "T1-0101")), "point T1-0101 is taken out");
    expect(lowered(without("points", "T1-0101"), FULL), "none");
    Document noPump = without("zones", "pump-room");
    expect(lowered(FULL, noPump), "zone pump-room is taken out");
    Document annex = add(FULL, "zones", "{id: annex, name: 附属, underground: false}");
    expect(lowered(FULL, annex), "zone annex: underground from none to false");
    Document deeper = add(FULL, "zones", "{id: deeper, name: 深部, underground: true}");
    expect(lowered(FULL, deeper), "none");
    expect(lowered(deeper, FULL), "zone deeper is taken out");
  }

  @Test
  void peopleAreNamedByNothingButTheEndOfTheirId() {
    Document worker = add(FULL, "people", "{id: p-4711, name: 测试甲, cards: [c-4711]}");
    Document leader = add(FULL, "people", "{id: p-4711, name: 测试甲, leader: true}");
    expect(lowered(worker, leader), "person ***11: mine leader from none to true");
    expect(lowered(FULL, leader), "mine leader");
    expect(lowered(FULL, worker), "none");
    expect(lowered(leader, worker), "none");
    assertThat(lowered(worker, leader).toString()).doesNotContain("4711", "测试甲");
  }

  @Test
  void everyWordIsThereInBothLanguages() {
    for (Lowering each : lowered(FULL, without("points", "T1-0101"))) {
      assertThat(each.chinese()).contains("删除测点 T1-0101");
    }
    assertThat(lowered(with(FULL, "tagPeriod", "-", "PT1S"), FULL).get(0).chinese())
        .isEqualTo("识别卡上报周期由 PT1S 改为 PT30S");
    assertThat(Keys.ALL).allSatisfy(key -> assertThat(key.chinese()).matches(".*\\p{IsHan}.*"));
  }

  /** A key that the loader reads and that nobody described would count as lowering for ever. */
  @Test
  void everyKeyOfTheDemoMineIsDescribed() {
    Document empty = new Document(Map.of());
    for (FieldChange change : Diff.between(empty, FULL)) {
      if (change.path().size() == 2 && change.after() instanceof Map<?, ?> row) {
        for (Object field : row.keySet()) {
          String path = change.path().get(0) + "/*/" + field;
          boolean known =
              field.equals("id")
                  || path.startsWith("rules/") // decided by the rules that then judge
                  || Keys.ALL.stream().anyMatch(k -> k.path().equals(path));
          assertThat(known).as(path).isTrue();
        }
      } else {
        assertThat(Keys.ALL.stream().map(Keys.Key::path)).contains(change.where());
      }
    }
    assertThat(new TreeSet<>(Keys.ALL.stream().map(Keys.Key::path).toList()))
        .hasSize(Keys.ALL.size());
  }
}
