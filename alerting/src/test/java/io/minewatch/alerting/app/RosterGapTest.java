package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A gap in a roster is told once for each of its beginnings, through the real service. */
class RosterGapTest extends CallingStory {
  private static final String SLOT_OF_RUNG_TWO =
      """
      {"rung":2,"person":"zhang","standing":"DUTY","shift":"早班",
         "days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],
         "from":"00:00:00","until":"00:00:00","first":"2026-01-01"}
      """;

  @Test
  void aGapThatLastsIsCalledOnceWhateverStartsAnew() throws Exception {
    await()
        .untilAsserted(
            () ->
                assertThat(api.get("regulator", "/api/platform").findValuesAsText("kind"))
                    .contains("ROSTER"));
    await().until(() -> !platformCalls().isEmpty());
    Set<String> first = Set.copyOf(platformCalls());
    clock.move(Duration.ofMinutes(11));
    restart();
    await()
        .untilAsserted(
            () ->
                assertThat(api.get("regulator", "/api/platform").findValuesAsText("kind"))
                    .contains("ROSTER"));
    clock.move(Duration.ofMinutes(11));
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED"); // rounds have gone by
    assertThat(Set.copyOf(platformCalls())).isEqualTo(first);
  }

  @Test
  void ofSeveralGapsOneThatIsMendedCallsNobodyAboutTheOthers() throws Exception {
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isEqualTo(200);
    await().until(() -> !platformCalls().isEmpty());
    Set<String> first = Set.copyOf(platformCalls());
    String second = ROSTER.replace("\"slots\":[", "\"slots\":[" + SLOT_OF_RUNG_TWO.strip() + ",");
    clock.move(Duration.ofMinutes(1));
    assertThat(roster(second, "If-Match", "\"1\"").statusCode()).isEqualTo(200);
    assertThat(gaps())
        .as("fewer, and not none")
        .isNotEmpty()
        .noneMatch(each -> each.endsWith("#2"));
    assertThat(Set.copyOf(platformCalls())).isEqualTo(first);
    clock.move(Duration.ofMinutes(1));
    assertThat(roster(ROSTER, "If-Match", "\"2\"").statusCode()).isEqualTo(200);
    assertThat(gaps()).anyMatch(each -> each.endsWith("#2"));
    assertThat(platformCalls()).as("a new gap is called about").hasSizeGreaterThan(first.size());
    assertThat(gaps()).as("nobody has a roster of rung 7").noneMatch(each -> each.endsWith("#7"));
    String weekdays = SLOT_OF_RUNG_TWO.replace(":2,", ":7,").replace(",\"SUNDAY\"", "");
    String seventh = ROSTER.replace("\"slots\":[", "\"slots\":[" + weekdays.strip() + ",");
    assertThat(roster(seventh, "If-Match", "\"3\"").statusCode()).isEqualTo(200);
    assertThat(gaps()).as("of whoever keeps one, a Sunday").anyMatch(each -> each.endsWith("#7"));
  }

  private List<String> gaps() throws Exception {
    List<String> gaps = new ArrayList<>();
    for (JsonNode trouble : api.get("regulator", "/api/platform").at("/troubles")) {
      if (trouble.at("/kind").asText().equals("ROSTER")) {
        trouble.at("/about").forEach(about -> gaps.add(about.asText()));
      }
    }
    return gaps;
  }

  private List<String> platformCalls() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("alerting.db");
    List<String> ids = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select id from call_attempt where incident like 'platform-ROSTER-%'")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }
}
