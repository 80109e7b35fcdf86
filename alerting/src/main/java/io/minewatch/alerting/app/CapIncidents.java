package io.minewatch.alerting.app;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.notify.cap.CapSource;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the CAP feed says of incidents, from journal and registry. */
final class CapIncidents implements CapSource {
  private final Store store;
  private final Mines mines;

  CapIncidents(Store store, Mines mines) {
    this.store = store;
    this.mines = mines;
  }

  @Override
  public @Nullable About about(String id) {
    Incident incident = store.journal().incident(id);
    MineEntry mine = incident == null ? null : mines.find(incident.mine().value());
    if (incident == null || mine == null) {
      return null;
    }
    Plan plan = mine.plan();
    List<Mark> marks = new ArrayList<>();
    if (incident.drill()) {
      marks.add(Mark.DRILL);
    }
    if (incident.openOrders().findAny().isPresent()) {
      marks.add(Mark.WITHDRAWING);
    }
    return new About(
        incident.mine().value(),
        new Names(
            plan.name(),
            plan.nameEnglish(),
            zones(plan, incident, ZonePlan::name, "、"),
            zones(plan, incident, ZonePlan::nameEnglish, ", ")),
        mine.jurisdiction(),
        mine.place(),
        incident.severity(),
        incident.onset(),
        incident.isOpen() ? Standing.OPEN : Standing.CLOSED,
        marks);
  }

  @Override
  public @Nullable About test(String code, Instant at) {
    MineEntry mine = mines.find(code);
    return mine == null
        ? null
        : new About(
            code,
            new Names(mine.plan().name(), mine.plan().nameEnglish(), "通信测试", "test of the feed"),
            mine.jurisdiction(),
            mine.place(),
            Severity.BLUE,
            at,
            Standing.OPEN,
            List.of(Mark.TEST));
  }

  private static String zones(
      Plan plan, Incident incident, Function<ZonePlan, String> name, String between) {
    return incident.zones().stream()
        .map(zone -> zone(plan, zone, name))
        .collect(Collectors.joining(between));
  }

  private static String zone(Plan plan, ZoneId zone, Function<ZonePlan, String> name) {
    return plan.zones().stream()
        .filter(each -> each.id().equals(zone))
        .map(name)
        .findFirst()
        .orElse(zone.value());
  }
}
