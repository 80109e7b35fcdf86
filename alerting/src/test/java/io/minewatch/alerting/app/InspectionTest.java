package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The four lines as facts of judging make them, and a clue from its raising to its close. */
class InspectionTest extends Timeline {
  private static final String INDEX = "/api/four-lines?from=2026-03-01&to=2026-03-01";
  private static final Subject GATEWAY = Subject.of(new GatewayId("gw-01"));
  private static final Subject POINT = Subject.of(new PointId("T1-0101"));

  private void silence(String id, OutageRule.Of of, Subject about, Instant onset, Instant ended)
      throws Exception {
    String rule =
        plan().rulesOf(OutageRule.class).stream()
            .filter(each -> each.of() == of)
            .map(OutageRule::id)
            .findFirst()
            .orElseThrow();
    Map<String, String> detail =
        about.equals(GATEWAY) ? Map.of("count", "2", "behind", "T1-0101, T1-0102") : Map.of();
    bus.finding(FINDINGS, fact(id, rule, about, onset, null, detail));
    if (ended != null) {
      bus.finding(FINDINGS, fact(id, rule, about, onset, ended, Map.of()));
    }
  }

  private Finding fact(
      String id,
      String rule,
      Subject about,
      Instant onset,
      Instant ended,
      Map<String, String> detail) {
    Instant measured = ended == null ? onset : ended;
    return new Finding(
        new FindingId(id.repeat(32)),
        ended == null ? 0 : 1,
        ended == null ? FindingKind.OPENED : FindingKind.CLEARED,
        MINE,
        about,
        null,
        null,
        "",
        Check.SILENCE,
        rule,
        Severity.YELLOW,
        onset,
        measured,
        measured,
        measured.plusSeconds(30),
        null,
        ended == null ? Quality.STALE : Quality.GOOD,
        0,
        Double.NaN,
        onset,
        1,
        detail);
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  @Test
  void theFourLinesAreCountedFromFindingsAndEachIsEvidence() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    silence("a", OutageRule.Of.NETWORK, GATEWAY, at(-60), at(-30));
    silence("b", OutageRule.Of.LINE, POINT, at(-50), at(-20));
    silence("c", OutageRule.Of.MISSING, POINT, at(-10), null);
    silence("d", OutageRule.Of.UNSEEN, POINT, at(-90), at(-5));
    await()
        .untilAsserted(
            () -> assertThat(api.get("regulator", INDEX).at("/rows/0/lines").size()).isEqualTo(3));

    JsonNode row = api.get("regulator", INDEX).at("/rows/0");
    assertThat(row.at("/place").asText()).isEqualTo(MINE.value());
    assertThat(row.at("/lines/NETWORK/time").asText()).isEqualTo("PT30M");
    assertThat(row.at("/lines/NETWORK/pointTime").asText()).isEqualTo("PT1H");
    assertThat(row.at("/lines/LINE/times").asInt()).isEqualTo(1);
    assertThat(row.at("/lines/MISSING/time").asText()).as("until now").isEqualTo("PT10M");
    assertThat(row.at("/open").asInt()).isEqualTo(1);
    assertThat(row.at("/heard").isNull()).as("no test reading has come back yet").isTrue();
    assertThat(row.at("/lost").asText()).isEqualTo("PT1H20M");
    assertThat(api.get("leader", INDEX).at("/rows/0")).isEqualTo(row);

    assertThat(api.get("regulator", INDEX + "&by=POINT").findValuesAsText("place"))
        .containsExactly(MINE + "/T1-0101", MINE + "/T1-0102");
    assertThat(api.get("regulator", INDEX + "&by=POINT&skip=1&most=1").at("/rows")).hasSize(1);
    assertThat(api.get("regulator", INDEX + "&by=DAY").at("/rows")).hasSize(1);
    assertThat(api.get("regulator", INDEX + "&by=COUNTY&area=14/1409").at("/rows/0/mines").asInt())
        .isEqualTo(1);
    assertThat(api.get("regulator", INDEX + "&area=15").at("/rows")).isEmpty();
    assertThat(api.text("regulator", INDEX.replace("four-lines", "four-lines.csv")))
        .startsWith("place,from,to,mines,network_times,network_s,network_point_s,line_times")
        .contains("\r\n140921021337,2026-03-01,2026-03-01,1,1,1800,3600,1,1800,1800,0,0,0,1,600,");
    assertThat(api.send("regulator", "GET", INDEX + "&most=0", null).statusCode()).isEqualTo(400);
    String backwards = "/api/four-lines?from=2026-03-02&to=2026-03-01";
    assertThat(api.send("regulator", "GET", backwards, null).statusCode()).isEqualTo(400);

    String evidence = INDEX.replace("four-lines?", "four-lines/outages?mine=" + MINE + "&");
    JsonNode outages = api.get("regulator", evidence).at("/outages");
    assertThat(outages.findValuesAsText("line")).containsExactly("MISSING", "LINE", "NETWORK");
    assertThat(outages.at("/2/cause").asText()).isEqualTo("OWN");
    assertThat(outages.at("/2/mines").asInt()).isEqualTo(1);
    assertThat(outages.at("/0/ended").isNull()).isTrue();
    assertThat(api.get("regulator", evidence + "&point=T1-0102").at("/outages")).hasSize(1);

    restart();
    assertThat(api.get("regulator", INDEX).at("/rows/0")).isEqualTo(row);
  }

  private JsonNode act(String id, long version, String body, int status) throws Exception {
    String with = "{\"version\":" + version + "," + body.replace('\'', '"') + "}";
    HttpResponse<String> answer = api.send("regulator", "POST", "/api/clues/" + id + "/acts", with);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Api.JSON.readTree(answer.body());
  }

  @Test
  void aClueIsFollowedToItsEndAndSaysWhoSawIt() throws Exception {
    String body =
        """
        {"mine":"140921021337","subject":"T1-0101","words":"夜班总断线",
         "evidence":[{"kind":"REWRITE","ref":"f-1"},{"kind":"TEXT","words":"12350 举报"}]}
        """;
    assertThat(api.send("regulator", "POST", "/api/clues", "{\"mine\":\"1\"}").statusCode())
        .isEqualTo(404);
    String empty = body.replace("\"ref\":\"f-1\"", "\"ref\":\"\"");
    assertThat(api.send("regulator", "POST", "/api/clues", empty).statusCode()).isEqualTo(400);
    for (String wrong : new String[] {"null", "{\"kind\":\"FINDING\",\"ref\":\"none\"}"}) {
      String unknown = body.replace("{\"kind\":\"REWRITE\",\"ref\":\"f-1\"}", wrong);
      assertThat(api.send("regulator", "POST", "/api/clues", unknown).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
    HttpResponse<String> raised = api.send("regulator", "POST", "/api/clues", body);
    assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
    String id = Api.JSON.readTree(raised.body()).at("/id").asText();

    assertThat(api.send("leader", "GET", "/api/clues/" + id, null).statusCode())
        .as("the mine does not learn of it")
        .isEqualTo(403);
    assertThat(act(id, 1, "'act':'CLOSE','note':'x'", 409).at("/refusal").asText())
        .isEqualTo("NOT_AT_THIS_STAGE");
    act(id, 1, "'act':'ASSIGN','to':'王检查员'", 200);
    assertThat(act(id, 1, "'act':'VISIT','note':'x'", 409).at("/refusal").asText())
        .isEqualTo("STALE");
    clock.move(Duration.ofDays(9));
    JsonNode list = api.get("regulator", "/api/clues");
    assertThat(list.at("/clues/0/overdue").asBoolean()).isTrue();
    assertThat(list.at("/clues/0/clue/assignee").asText()).isEqualTo("王检查员");
    JsonNode counts = api.get("regulator", "/api/clues/counts?by=COUNTY").get(0);
    assertThat(counts.at("/place").asText()).isEqualTo("14/1409/140921");
    assertThat(counts.at("/overdue").asInt()).isEqualTo(1);
    assertThat(list.toString()).as("a list is no look at it").doesNotContain("夜班总断线");

    act(id, 2, "'act':'VISIT','note':'到矿核查'", 200);
    act(id, 3, "'act':'FIND','note':'探头被移','outcome':'SUBSTANTIATED'", 200);
    assertThat(act(id, 4, "'act':'FIND','note':'x'", 400).at("/detail").asText())
        .contains("FIND says what the check has shown");
    act(id, 4, "'act':'ADD','evidence':[{'kind':'TEXT','words':'照片三张'}]", 200);
    act(id, 5, "'act':'MEASURE','note':'责令整改'", 200);
    assertThat(act(id, 6, "'act':'CLOSE','note':'整改完毕'", 409).at("/refusal").asText())
        .isEqualTo("SAME_PERSON");
    api.send(
        "administrator",
        "PUT",
        "/api/accounts/second-regulator",
        "{\"role\":\"REGULATOR\",\"scope\":\"14\",\"password\":\"pw-second-regulator\"}");
    String close = "{\"version\":6,\"act\":\"CLOSE\",\"note\":\"整改完毕\"}";
    HttpResponse<String> closed =
        api.send("second-regulator", "POST", "/api/clues/" + id + "/acts", close);
    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
    act(id, 7, "'act':'REOPEN','note':'又发生'", 200);

    JsonNode clue = api.get("regulator", "/api/clues/" + id);
    assertThat(clue.at("/stage").asText()).isEqualTo("RAISED");
    assertThat(clue.at("/reopened").asInt()).isEqualTo(1);
    assertThat(clue.at("/evidence")).hasSize(3);
    assertThat(clue.at("/steps").findValuesAsText("what"))
        .containsExactly(
            "RAISED", "ASSIGNED", "VISITED", "FOUND", "ADDED", "MEASURED", "CLOSED", "REOPENED");
    assertThat(clue.at("/steps/2/late").asBoolean()).as("after nine days").isTrue();
    assertThat(clue.at("/steps/1/late").asBoolean()).isFalse();
    assertThat(clue.at("/late").asInt()).isEqualTo(1);
    assertThat(clue.at("/seen")).hasSize(1);
    assertThat(clue.at("/seen/0/by").asText()).isEqualTo("regulator");
    assertThat(api.get("regulator", "/api/clues/" + id).at("/seen")).hasSize(2);
  }
}
