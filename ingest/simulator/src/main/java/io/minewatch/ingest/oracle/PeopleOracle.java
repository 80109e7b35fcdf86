package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.ingest.simulator.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must be found about people: calls for help, cards that are not heard, too many in one place
 * or in the mine, nobody who leads, who is below for too long or where only some may be. Counted
 * anew from the positions at every step.
 *
 * <p>It knows no relief of shifts (when two crews may be at one place), and no silence of so many
 * cards that it is told as one, nor of so many who overstay or trespass; scripts for it stay clear
 * of all that.
 */
final class PeopleOracle {
  private final Plan plan;
  private final Map<CardId, Fix> last = new HashMap<>();
  private final Map<String, Standing> standing = new LinkedHashMap<>();
  private final Map<CardId, Instant> belowSince = new HashMap<>();
  private final Set<ZoneId> known = new HashSet<>();
  private Instant changed = Instant.EPOCH;

  PeopleOracle(Plan plan) {
    this.plan = plan;
    plan.zones().forEach(zone -> known.add(zone.id()));
  }

  /** The findings that must come of these steps. */
  List<ExpectedFact> findings(List<Tick> ticks, Instant until) {
    List<ExpectedFact> found = new ArrayList<>();
    for (Tick tick : ticks) {
      for (Fix fix : tick.fixes()) {
        Fix before = last.put(fix.card(), fix);
        if (before != null) {
          silence(before, fix.at(), FindingKind.CLEARED, found);
        }
        if (before == null || !isSameCount(before, fix)) {
          changed = fix.at();
        }
        below(before, fix);
        distress(fix);
        single(fix);
      }
      crowds(tick.at());
    }
    for (Fix fix : last.values()) {
      silence(fix, until, null, found);
    }
    standing.values().forEach(each -> found.addAll(each.found()));
    return found;
  }

  private static boolean isSameCount(Fix before, Fix fix) {
    return before.underground() == fix.underground()
        && java.util.Objects.equals(before.zone(), fix.zone());
  }

  private @Nullable PeopleRule rule(Asks asks) {
    return plan.rulesOf(PeopleRule.class).stream()
        .filter(rule -> rule.asks() == asks)
        .findAny()
        .orElse(null);
  }

  private void silence(
      Fix heard, Instant next, @Nullable FindingKind end, List<ExpectedFact> into) {
    PeopleRule rule = rule(Asks.SILENT);
    if (rule == null || !heard.underground()) {
      return;
    }
    Duration dark = plan.silence().darkAfter(plan.tagPeriod()).plus(rule.delays().raiseAfter());
    // It is looked for every five seconds.
    if (heard.at().plus(dark).plusSeconds(5).isBefore(next)) {
      List<FindingKind> kinds =
          end == null ? List.of(FindingKind.OPENED) : List.of(FindingKind.OPENED, end);
      into.add(new ExpectedFact(Subject.of(heard.card()), rule.id(), heard.at(), kinds));
    }
  }

  private void distress(Fix fix) {
    PeopleRule rule = rule(Asks.DISTRESS);
    if (rule != null && fix.underground()) {
      look(rule, Subject.of(fix.card()), fix.distress(), fix.at(), fix.at());
    }
  }

  private void below(@Nullable Fix before, Fix fix) {
    if (!fix.underground()) {
      belowSince.remove(fix.card());
    } else if (before == null || !before.underground()) {
      belowSince.put(fix.card(), fix.at());
    }
  }

  /** What is asked of one card; it ends when the person has left. */
  private void single(Fix fix) {
    Subject card = Subject.of(fix.card());
    PeopleRule overtime = rule(Asks.OVERTIME);
    if (overtime != null) {
      Instant since = belowSince.getOrDefault(fix.card(), fix.at());
      double hours = Duration.between(since, fix.at()).toMillis() / 3_600_000.0;
      asked(overtime, card, hours > overtime.numbers().limit(), fix);
    }
    PeopleRule restricted = rule(Asks.RESTRICTED);
    if (restricted != null) {
      asked(restricted, card, trespasses(restricted, fix), fix);
    }
  }

  private void asked(PeopleRule rule, Subject card, boolean holds, Fix fix) {
    Standing told = standing.get(rule.id() + " " + card);
    if (fix.underground()) {
      look(rule, card, holds, fix.at(), fix.at());
    } else if (told != null) {
      told.left();
    }
  }

  private boolean trespasses(PeopleRule rule, Fix fix) {
    boolean allowed =
        rule.named().allowed().stream()
            .anyMatch(each -> each.zone().equals(fix.zone()) && each.cards().contains(fix.card()));
    return !allowed
        && plan.zones().stream()
            .anyMatch(zone -> zone.id().equals(fix.zone()) && zone.kind() == ZoneKind.RESTRICTED);
  }

  private void look(PeopleRule rule, Subject subject, boolean holds, Instant now, Instant began) {
    Delays delays = rule.delays();
    standing
        .computeIfAbsent(rule.id() + " " + subject, key -> new Standing(subject, rule.id(), delays))
        .look(holds, now, began);
  }

  private void crowds(Instant now) {
    Predicate<Fix> below = Fix::underground;
    for (ZonePlan zone : plan.zones()) {
      if (!zone.underground()) {
        continue;
      }
      long here =
          last.values().stream().filter(below).filter(f -> zone.id().equals(f.zone())).count();
      boolean limited = zone.peopleLimit() > 0;
      crowd(Asks.CROWDED, zone, here, limited, now);
      crowd(Asks.CROWDED_WORKPLACE, zone, here, limited && zone.kind() == ZoneKind.WORKPLACE, now);
      PeopleRule idle = rule(Asks.IDLE_MINE);
      if (idle != null && plan.status() != MineStatus.WORKING) {
        look(idle, Subject.of(zone.id()), here > idle.numbers().limit(), now, changed);
      }
    }
    Subject mine = new Subject(Subject.Kind.MINE, plan.mine().value());
    PeopleRule full = rule(Asks.MINE_FULL);
    if (full != null) {
      long inside = last.values().stream().filter(below).count();
      look(full, mine, inside > full.numbers().limit(), now, changed);
    }
    PeopleRule lost = rule(Asks.UNKNOWN_PLACE);
    if (lost != null) {
      boolean anybody =
          last.values().stream().filter(below).anyMatch(f -> !known.contains(f.zone()));
      look(lost, mine, anybody, now, changed);
    }
    PeopleRule led = rule(Asks.NO_LEADER);
    if (led != null) {
      long leaders = last.values().stream().filter(below).filter(Fix::leader).count();
      boolean workers = last.values().stream().filter(below).count() > leaders;
      look(led, mine, workers && leaders < led.numbers().limit(), now, changed);
    }
  }

  private void crowd(Asks asks, ZonePlan zone, long here, boolean applies, Instant now) {
    PeopleRule rule = rule(asks);
    if (rule != null && applies) {
      double most = zone.peopleLimit() * rule.numbers().limit() / 100;
      look(rule, Subject.of(zone.id()), here > most, now, changed);
    }
  }
}
