package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who walk at random, against a recount that shares nothing with judging. */
class PeoplePropertyTest {
  private static final List<String> ZONES =
      List.of("surface", "shaft", "haulage", "face", "return", "store");
  private static final int CARDS = 30;

  private static PeopleRule rule(Asks asks, double limit, double tolerance, int within) {
    PeopleRule.Numbers numbers =
        new PeopleRule.Numbers(limit, tolerance, Duration.ofSeconds(within), CARDS);
    return Pit.rule(asks, numbers, 0, 0, PeopleRule.Named.NOBODY);
  }

  private static Pit pit() {
    return new Pit(
        Pit.plan(
            rule(Asks.CROWDED, 100, 0, 0),
            rule(Asks.CROWDED_WORKPLACE, 120, 0, 0),
            rule(Asks.MINE_FULL, 22, 0, 0),
            rule(Asks.NO_LEADER, 1, 0, 0),
            rule(Asks.RESTRICTED, 0, 0, 0),
            rule(Asks.DISTRESS, 0, 0, 0),
            rule(Asks.SILENT, 0, 0, 0),
            rule(Asks.TWO_PLACES, 3, 5, 120),
            rule(Asks.TWO_CARDS, 3, 3, 300),
            rule(Asks.PARKED, 50, 3, 600)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsOpenIsWhatARecountFindsWhateverIsDoubledLateOrRestarted(long seed) {
    Random dice = new Random(seed);
    Pit plain = pit();
    Pit rough = pit();
    Map<String, String> zones = new HashMap<>();
    Map<String, Fix> newest = new HashMap<>();
    for (int second = 1; second < 1_500; second += 1 + dice.nextInt(20)) {
      List<Fix> fixes = new ArrayList<>();
      for (int i = dice.nextInt(8); i >= 0; i--) {
        Fix fix = fix(dice, second);
        if (zones.put(fix.card().value() + " at " + second, "") == null) {
          fixes.add(fix);
          newest.put(fix.card().value(), fix);
        }
      }
      Fix[] message = fixes.toArray(Fix[]::new);
      plain.say(second, "gw", message);
      rough.say(second, "gw", message);
      if (dice.nextInt(3) == 0) {
        rough.say(second, "gw", message);
      }
      if (dice.nextInt(20) == 0) {
        rough.memory = ListTape.copy(rough.memory);
      }
      assertThat(open(plain)).isEqualTo(recount(newest));
    }
    assertThat(rough.told).isEqualTo(plain.told);
    assertThat(plain.told).hasSizeGreaterThan(20);
    assertNumbered(plain.told);
  }

  private static Fix fix(Random dice, int second) {
    int number = dice.nextInt(CARDS);
    String card = number < 2 ? "leader-" + number : "p-" + number;
    String zone = ZONES.get(Math.min(dice.nextInt(12), ZONES.size() - 1));
    zone = dice.nextInt(3) == 0 ? "face" : zone;
    return number % 10 == 9
        ? Pit.distress(second, card, zone.equals("surface") ? "shaft" : zone)
        : Pit.fix(second, card, zone, zone + "-st", dice.nextInt(10));
  }

  /** Rules of the questions whose answer follows from the newest positions alone. */
  private static Set<String> recount(Map<String, Fix> newest) {
    Map<String, Integer> at = new HashMap<>();
    int inside = 0;
    int leaders = 0;
    Set<String> found = new HashSet<>();
    for (Fix fix : newest.values()) {
      if (fix.zone() == null) {
        continue;
      }
      inside++;
      leaders += fix.leader() ? 1 : 0;
      at.merge(fix.zone().value(), 1, Integer::sum);
      if (fix.zone().value().equals("store")) {
        found.add("r-restricted card/" + fix.card());
      }
      if (fix.distress()) {
        found.add("r-distress card/" + fix.card());
      }
    }
    add(found, at.getOrDefault("face", 0) > 10, "r-crowded zone/face");
    add(found, at.getOrDefault("face", 0) > 12, "r-crowded_workplace zone/face");
    add(found, at.getOrDefault("return", 0) > 3, "r-crowded zone/return");
    add(found, inside > 22, "r-mine_full mine/" + Plans.MINE);
    add(found, inside > leaders && leaders == 0, "r-no_leader mine/" + Plans.MINE);
    return found;
  }

  private static void add(Set<String> found, boolean holds, String what) {
    if (holds) {
      found.add(what);
    }
  }

  /** What is open, without the questions that a recount of the newest positions cannot answer. */
  private static Set<String> open(Pit pit) {
    Set<String> open = new HashSet<>();
    for (Finding each : pit.told) {
      String what = each.rule() + " " + each.subject();
      boolean counted = !what.matches("r-(silent|two_places|two_cards|parked) .*");
      if (counted && each.kind() == FindingKind.OPENED) {
        open.add(what);
      } else if (each.kind() == FindingKind.CLEARED) {
        open.remove(what);
      }
    }
    return open;
  }

  private static void assertNumbered(List<Finding> told) {
    Map<String, Integer> next = new HashMap<>();
    for (Finding each : told) {
      int fact = next.merge(each.id().value(), 1, Integer::sum) - 1;
      assertThat(each.fact()).isEqualTo(fact);
    }
  }
}
