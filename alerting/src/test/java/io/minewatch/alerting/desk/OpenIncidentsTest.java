package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Incident;
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
