package io.minewatch.alerting.document;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the rules that hold at each point and in the mine, whoever set them. */
final class EffectiveLimits {
  private final List<Lowering> found = new ArrayList<>();

  private Place place = new Place("", "");

  private EffectiveLimits() {}

  private record Place(String chinese, String english) {}

  /** Where the second plan judges a point that both hold less strictly than the first. */
  static List<Lowering> lowered(Plan before, Plan after) {
    EffectiveLimits limits = new EffectiveLimits();
    Map<String, PointPlan> points = new HashMap<>();
    after.points().forEach(point -> points.put(point.id().value(), point));
    for (PointPlan was : before.points()) {
      PointPlan is = points.get(was.id().value());
      if (is != null && is.measure() == was.measure()) {
        limits.rules("测点 " + was.id(), "point " + was.id(), rules(before, was), rules(after, is));
      }
    }
    limits.rules("全矿", "mine", ofTheMine(before), ofTheMine(after));
    return limits.found;
  }

  /** The rules of a point by the row of the law over which they lie. */
  private static Map<String, Rule> rules(Plan plan, PointPlan point) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    String own = "." + point.id();
    for (Rule rule : plan.rules()) {
      if (point.rules().contains(rule.id())) {
        String id = rule.id();
        rules.put(id.endsWith(own) ? id.substring(0, id.length() - own.length()) : id, rule);
      }
    }
    return rules;
  }

  /** The rules that no point names. */
  private static Map<String, Rule> ofTheMine(Plan plan) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    plan.rules().forEach(rule -> rules.put(rule.id(), rule));
    plan.points().forEach(point -> rules.keySet().removeAll(point.rules()));
    return rules;
  }

  private void rules(
      String chinese, String english, Map<String, Rule> before, Map<String, Rule> after) {
    place = new Place(chinese, english);
    before.forEach(
        (id, was) -> {
          Rule is = after.get(id);
          if (is == null) {
            tell("不再适用规则 " + id, "rule " + id + " no longer holds");
          } else if (was instanceof LimitRule limit && is instanceof LimitRule now) {
            rule(id, limit, now);
          } else if (SameJudging.lowers(was, is)) {
            tell("规则 " + id + " 改变", "rule " + id + " changes");
          }
        });
  }

  private void rule(String id, LimitRule was, LimitRule is) {
    if (was.side() != is.side()) {
      tell(id + " 的危险方向改变", id + ": the side of danger changes");
      return;
    }
    for (Step.Act act : Step.Act.values()) {
      // By what they ask for: a cut may lie before a withdrawal in one and behind it in the other.
      List<Step> now = steps(is, act);
      List<Step> before = steps(was, act);
      for (int i = 0; i < before.size(); i++) {
        Step step = before.get(i);
        if (i < now.size()) {
          step(id, was, step, now.get(i));
        } else {
          tell(
              id + " 取消" + act.chinese() + " " + step.at(),
              id + ": " + act + " at " + step.at() + " is gone");
        }
      }
    }
    if (was.side().worse(is.restore(), was.restore())) {
      moved(id, "复电值", "restore", was.restore(), is.restore());
    }
    if (longer(is.raiseAfter(), was.raiseAfter())) {
      moved(id, "报警延时", "delay before raising", was.raiseAfter(), is.raiseAfter());
    }
    if (longer(was.clearAfter(), is.clearAfter())) {
      moved(id, "解除前保持", "hold before clearing", was.clearAfter(), is.clearAfter());
    }
  }

  private static List<Step> steps(LimitRule rule, Step.Act act) {
    return rule.steps().stream().filter(step -> step.act() == act).toList();
  }

  private void step(String id, LimitRule rule, Step was, Step is) {
    if (rule.side().worse(is.at(), was.at())) {
      moved(id, was.act().chinese() + "值", was.act().name(), was.at(), is.at());
    }
    if (is.severity().compareTo(was.severity()) < 0) {
      moved(
          id,
          was.act().chinese() + "等级",
          "severity of " + was.act(),
          was.severity(),
          is.severity());
    }
  }

  private static boolean longer(Duration one, Duration other) {
    return one.compareTo(other) > 0;
  }

  private void moved(String id, String chinese, String english, Object from, Object to) {
    tell(
        "%s 的%s由 %s 放宽为 %s".formatted(id, chinese, from, to),
        "%s: %s from %s to %s".formatted(id, english, from, to));
  }

  private void tell(String chinese, String english) {
    String where = place.english.replace("point ", "points/");
    found.add(new Lowering(where, place.chinese + "：" + chinese, place.english + ": " + english));
  }
}
