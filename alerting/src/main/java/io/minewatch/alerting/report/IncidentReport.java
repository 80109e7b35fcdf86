package io.minewatch.alerting.report;

import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.alerting.count.Counters.Taken;
import io.minewatch.alerting.count.StepTaken.Kind;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.view.IncidentView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report of one incident: what was found, who did what and when, who came out, what lacks. */
public final class IncidentReport {
  private final Tongue tongue;
  private final Terms terms;
  private final ZoneId zone;
  private final Instant made;

  /**
   * Makes reports.
   *
   * @param zone in which times are written: the mine's
   * @param made when the report is made, wall time
   */
  public IncidentReport(Tongue tongue, ZoneId zone, Instant made) {
    this.tongue = tongue;
    this.terms = Terms.in(tongue);
    this.zone = zone;
    this.made = made;
  }

  /**
   * What a report is made of.
   *
   * @param view for the reader's eyes; of a flood it holds the newest and the worst
   * @param events of the incident's journal
   * @param steps those that count, with how long they took
   * @param curve of its worst finding; null where there is none
   * @param noCurve why there is none, in words; empty where there is one
   * @param sight what of a mine's people the reader may see
   * @param zones what the zones of the mine are called, by id
   */
  public record Whole(
      IncidentView view,
      List<Event> events,
      List<Taken> steps,
      @Nullable EvidenceCurve curve,
      String noCurve,
      Sight sight,
      Map<String, String> zones) {}

  /** The page. */
  public String of(Whole whole) {
    IncidentView view = whole.view();
    Sheet sheet = new Sheet(say("事件报告 ", "Incident report ") + view.id(), tongue, zone);
    sheet.title(
        view.drill() ? say("演练报告", "REPORT OF A DRILL") : say("事件报告", "Incident report"),
        say(view.mineName(), view.mineNameEnglish()) + " · " + place(view),
        view.id() + " · " + zone);
    if (view.drill()) {
      sheet.warning(say("这是演练，不是真实事件。", "This was a drill, not a real event."));
    }
    Event.Closed closed = closed(whole.events());
    end(sheet, view, closed);
    sheet.figures(figures(sheet, whole, closed));
    summary(sheet, view, closed);
    new IncidentTables(tongue, zone).into(sheet, whole);
    return sheet.end(say("编制时间 ", "Made ") + sheet.time(made) + " · Minewatch");
  }

  private String say(String chinese, String english) {
    return tongue.say(chinese, english);
  }

  private static Event.@Nullable Closed closed(List<Event> events) {
    return events.stream()
        .filter(Event.Closed.class::isInstance)
        .map(Event.Closed.class::cast)
        .findFirst()
        .orElse(null);
  }

  private String place(IncidentView view) {
    List<String> zones = view.zones().stream().map(id -> zoneName(view, id)).toList();
    return zones.isEmpty() && !view.findings().isEmpty()
        ? say(view.findings().get(0).name(), view.findings().get(0).nameEnglish())
        : String.join(say("、", ", "), zones);
  }

  private String zoneName(IncidentView view, String id) {
    return zoneName(tongue, view, id);
  }

  static String zoneName(Tongue tongue, IncidentView view, String id) {
    return view.zoneNames().stream()
        .filter(each -> each.id().equals(id))
        .map(each -> tongue.say(each.name(), each.nameEnglish()))
        .findFirst()
        .orElse(id);
  }

  /** How it ended, before everything else: a close without evidence must not be overlooked. */
  private void end(Sheet sheet, IncidentView view, Event.@Nullable Closed closed) {
    if (closed == null) {
      sheet.warning(
          say("尚未闭环，闭环还缺：", "Not closed yet. Still lacking: ") + missing(view.missingForClose()));
    } else if (closed.how() == Closing.FORCED || closed.how() == Closing.HARMLESS) {
      String first = closed.first();
      sheet.warning(
          terms.of("exception." + closed.how())
              + say("（%s）：%s。当时还缺：%s", " (%s): %s. What was lacking: %s")
                  .formatted(
                      first == null ? closed.by() : first + " + " + closed.by(),
                      closed.note(),
                      missing(closed.missing().stream().map(Enum::name).toList())));
    }
  }

  private String missing(List<String> names) {
    return names.isEmpty()
        ? say("无", "nothing")
        : String.join(
            say("；", "; "), names.stream().map(each -> terms.of("missing." + each)).toList());
  }

  private List<Sheet.Figure> figures(Sheet sheet, Whole whole, Event.@Nullable Closed closed) {
    IncidentView view = whole.view();
    Duration took = Duration.between(view.opened(), closed == null ? made : closed.at());
    List<Sheet.Figure> all = new ArrayList<>();
    all.add(new Sheet.Figure(terms.of("severity." + view.severity()), say("级别", "level")));
    all.add(
        new Sheet.Figure(
            sheet.span(took), closed == null ? say("已历时", "so far") : say("全过程", "in all")));
    all.add(
        new Sheet.Figure(took(sheet, whole, Kind.ACKNOWLEDGED), say("叫应至回应", "call to answer")));
    all.add(new Sheet.Figure(took(sheet, whole, Kind.EMPTIED), say("下令至撤空", "order to empty")));
    all.add(new Sheet.Figure(left(whole.events()), say("已撤出 / 应撤", "out / to leave")));
    all.add(new Sheet.Figure(view.callsTotal() + "", say("叫应次数", "attempts to call")));
    return all;
  }

  /** Of those who were inside, how many were counted outside; each once, whatever the orders. */
  private static String left(List<Event> events) {
    List<PeopleOut.Count> counts = PeopleOut.counts(events);
    if (counts.isEmpty()) {
      return Sheet.NONE;
    }
    List<PeopleOut.Out> seen = PeopleOut.of(events);
    long notOut = seen.stream().filter(each -> each.fate() != PeopleOut.Fate.OUT).count();
    int listed =
        counts.stream().flatMap(each -> each.listed().stream()).max(Integer::compare).orElse(0);
    int all = Math.max(listed, seen.size());
    return all - notOut + " / " + all;
  }

  private static String took(Sheet sheet, Whole whole, Kind kind) {
    return whole.steps().stream()
        .map(Taken::step)
        .filter(each -> each.kind() == kind)
        .findFirst()
        .map(each -> sheet.span(each.took()))
        .orElse(Sheet.NONE);
  }

  private void summary(Sheet sheet, IncidentView view, Event.@Nullable Closed closed) {
    StageName stage = StageName.valueOf(view.stage());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(say("矿井编码", "Mine code"), view.mine()));
    rows.add(List.of(say("起始（测量时间）", "Onset (measured)"), sheet.time(view.onset())));
    rows.add(List.of(say("建立", "Opened"), sheet.time(view.opened())));
    rows.add(List.of(say("阶段", "Stage"), say(stage.chinese(), stage.english())));
    if (closed != null) {
      rows.add(
          List.of(
              say("关闭", "Closed"),
              sheet.time(closed.at())
                  + " · "
                  + terms.of("closing." + closed.how())
                  + " · "
                  + closed.by()
                  + (closed.note().isBlank() ? "" : " · " + closed.note())));
    }
    for (IncidentView.OrderView order : view.orders()) {
      rows.add(
          List.of(
              say("撤人命令", "Order to withdraw"),
              sheet.time(order.issued())
                  + " · "
                  + order.issuedBy()
                  + " · "
                  + terms.of("grade." + order.grade())
                  + " · "
                  + terms.of("reason." + order.reason())
                  + " · "
                  + String.join(
                      say("、", ", "), order.zones().stream().map(id -> zoneName(view, id)).toList())
                  + (order.lifted() == null
                      ? ""
                      : say(" · 解除 ", " · lifted ") + sheet.time(order.lifted()))));
    }
    sheet.facts(rows);
  }
}
