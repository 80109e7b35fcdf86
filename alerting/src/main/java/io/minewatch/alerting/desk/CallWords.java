package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said in a call, short enough for a text message. */
record CallWords(String chinese, String english) {
  /** Places that are named; more are only counted. */
  private static final int NAMED = 3;

  static CallWords of(Incident incident, @Nullable Plan plan, ChainRules rules, String code) {
    List<ZoneId> zones = incident.places(rules);
    String mark = incident.drill() ? "【演习】" : "";
    String drill = incident.drill() ? "DRILL. " : "";
    String mine = incident.mine().value();
    boolean out = !incident.askingOut().isEmpty();
    return new CallWords(
        "%s%s %s色告警%s。%s事件%s。确认请回复%s"
            .formatted(
                mark,
                plan == null ? mine : plan.name(),
                incident.severity().chinese(),
                zones(zones, plan, ZonePlan::name, "：", "、"),
                out ? "已达撤人值，须立即撤人。" : "",
                incident.id(),
                code),
        "%s%s: %s alarm%s. %sIncident %s. Answer with %s"
            .formatted(
                drill,
                plan == null ? mine : plan.nameEnglish(),
                incident.severity().name().toLowerCase(Locale.ROOT),
                zones(zones, plan, ZonePlan::nameEnglish, " in ", ", "),
                out ? "People must be withdrawn. " : "",
                incident.id(),
                code));
  }

  /**
   * Where it stands, the worst first and of these the newest. Nothing where it is about the mine as
   * a whole.
   */
  private static String zones(
      List<ZoneId> zones,
      @Nullable Plan plan,
      Function<ZonePlan, String> name,
      String before,
      String between) {
    String named =
        zones.stream()
            .limit(NAMED)
            .map(
                zone ->
                    plan == null
                        ? zone.value()
                        : plan.zones().stream()
                            .filter(each -> each.id().equals(zone))
                            .map(name)
                            .findFirst()
                            .orElse(zone.value()))
            .collect(Collectors.joining(between));
    String more = zones.size() > NAMED ? " +" + (zones.size() - NAMED) : "";
    return zones.isEmpty() ? "" : before + named + more;
  }
}
