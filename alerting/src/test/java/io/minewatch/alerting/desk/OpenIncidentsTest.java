package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.Verdict;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.group.Grouping;
import io.minewatch.alerting.journal.Database;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenIncidentsTest {
  @TempDir Path folder;

  /** Eight letters of a finding's id are alike some day in a nation of thousands of mines. */
  @Test
  void findingsWhoseIdsBeginAlikeAreIncidentsOfTheirOwn() {
    try (Database database = Database.open(HaltedLeft.url(folder), "", "")) {
      Store store = Store.of(database);
      IncidentDesk desk =
          new IncidentDesk(
              store,
              HaltedRun.rules(),
              new GroupRules(Duration.ofMinutes(10), List.of(), Set.of()),
              new HaltedRun.Time(),
              incident -> {});
      desk.finding(finding("140921021337", "ae3b0dd7f7f1c0a5"));
      desk.finding(finding("150921021337", "ae3b0dd7f7f1c0a6"));
      desk.finding(finding("150921021337", "ae3b0dd7f7f1c0a6")); // told again
      assertThat(incidents(store, "140921021337"))
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.id()).isEqualTo("i-20260101-ae3b0dd7-0");
                assertThat(each.findings()).hasSize(1);
              });
      assertThat(incidents(store, "150921021337"))
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.id()).isEqualTo("i-20260101-ae3b0dd7f7f1c0a6-0");
                assertThat(each.mine().value()).isEqualTo("150921021337");
                assertThat(each.findings()).hasSize(1);
              });
    }
  }

  @Test
  void howeverManyAreAlike() {
    try (Database database = Database.open(HaltedLeft.url(folder), "", "")) {
      Store store = Store.of(database);
      OpenIncidents open = new OpenIncidents(store);
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Finding finding = finding("140921021337", "ae3b0dd7");
        ids.add(database.write(() -> open.open(finding, Grouping.Occasion.REAL, HaltedRun.T)).id());
      }
      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  /** The longest ids that a finding may have; the id of an order holds that of its incident. */
  @Test
  void anOrderIsTakenByAnIncidentWhoseFindingHasALongId() {
    try (Database database = Database.open(HaltedLeft.url(folder), "", "")) {
      Store store = Store.of(database);
      HaltedRun.Time time = new HaltedRun.Time();
      IncidentDesk desk =
          new IncidentDesk(
              store,
              HaltedRun.rules(),
              new GroupRules(Duration.ofMinutes(10), List.of(), Set.of()),
              time,
              incident -> {});
      String alike = "ae3b0dd7".repeat(7);
      desk.finding(finding("140921021337", alike + "-another"));
      desk.finding(finding("150921021337", alike + "-of-many"));
      desk.finding(finding("150921021337", alike + "-of-many")); // told again
      Incident incident = incidents(store, "150921021337").get(0);
      assertThat(incident.id()).isEqualTo("i-20260101-" + alike.substring(0, 32) + "-0");
      assertThat(incident.findings()).hasSize(1);

      long book = Integer.MAX_VALUE; // after very many orders
      Order order =
          new Order(
              new OrderId("o-" + incident.id() + "-" + book),
              incident.id(),
              Grade.SURFACE,
              Reason.HARMFUL_GAS,
              List.of(new ZoneId("face-0101")),
              "撤人",
              false,
              HaltedRun.T,
              HaltedRun.T);
      IncidentDesk.Answer answer =
          desk.act(
              incident.id(),
              (state, now, next) -> new Act.OrderWithdrawal(now, "ann", order, next));
      assertThat(answer.verdict()).isInstanceOf(Verdict.Moved.class);
      assertThat(answer.incident().orders()).hasSize(1);
    }
  }

  private static List<Incident> incidents(Store store, String mine) {
    return store.incidents().open(mine).stream().map(store.journal()::incident).toList();
  }

  private static Finding finding(String mine, String id) {
    return new Finding(
        new FindingId(id),
        0,
        FindingKind.OPENED,
        new MineCode(mine),
        Subject.of(new PointId("T1-0101")),
        new ZoneId("face-0101"),
        Measure.METHANE,
        "%CH4",
        Check.LIMIT,
        "r",
        Severity.ORANGE,
        HaltedRun.T,
        HaltedRun.T,
        HaltedRun.T,
        HaltedRun.T,
        1.1,
        Quality.GOOD,
        1.0,
        1.1,
        HaltedRun.T,
        1,
        Map.of());
  }
}
