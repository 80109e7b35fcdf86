package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An exercise on the real path, and what is counted of it and of a real incident beside it. */
class DrillTest extends Timeline {
  static final String SCRIPT =
      """
      {"mine":"140921021337","title":"瓦斯超限 <b>演练</b>","notice":"%s","starts":"%s","steps":[
        {"after":"PT0S","point":"T1-0101","kind":"OPENED","severity":"ORANGE","value":1.1,"limit":1.0},
        {"after":"PT2M","point":"T1-0101","kind":"CLEARED","severity":"ORANGE","value":0.5,"limit":0.8}]}
      """;

  private JsonNode start(String user, String notice, String starts) throws Exception {
    HttpResponse<String> answer =
        api.send(user, "POST", "/api/drills", SCRIPT.formatted(notice, starts));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.JSON.readTree(answer.body());
  }

  private JsonNode awaitStage(String id, String stage) {
    String path = "/api/incidents/" + id;
    await()
        .ignoreExceptions()
        .pollInSameThread()
        .until(() -> api.get("regulator", path).at("/stage").asText().equals(stage));
    try {
      return api.get("regulator", path);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void act(String user, String id, String body) throws Exception {
    JsonNode now = api.get("regulator", "/api/incidents/" + id);
    String with = "{\"version\":" + now.at("/version").asLong() + "," + body + "}";
    HttpResponse<String> answer = api.act(user, id, with);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void aDrillGoesTheRealPathIsMarkedAndNeverMixesWithReal() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    JsonNode drill = start("dispatcher", "ANNOUNCED", START.toString());
    String path = "/api/drills?mine=140921021337";
    await().until(() -> !api.get("regulator", path).at("/0/incident").isNull());
    String id = api.get("regulator", path).at("/0/incident").asText();
    assertThat(awaitStage(id, "CALLED").at("/drill").asBoolean()).isTrue();

    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage(ID, "CALLED");
    assertThat(incident().at("/drill").asBoolean()).isFalse();

    act("dispatcher", id, "\"act\":\"ACKNOWLEDGE\"");
    act("dispatcher", id, "\"act\":\"RESPOND\",\"measures\":\"断电\"");
    act(
        "dispatcher",
        id,
        "\"act\":\"ORDER\",\"zones\":[\"face-0101\"],\"grade\":\"SURFACE\","
            + "\"reason\":\"HARMFUL_GAS\",\"text\":\"演练：撤人\"");
    await().untilAsserted(() -> assertThat(book()).isNotNull());
    assertThat(book().open().get(0).drill()).as("marked underground as well").isTrue();

    clock.move(Duration.ofMinutes(2));
    await().until(() -> api.get("regulator", path).at("/0/told").asInt() == 2);
    HttpResponse<String> report =
        api.send("regulator", "GET", "/api/drills/" + drill.at("/id").asText() + "/report", null);
    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.body())
        .contains("演练报告", "回应 / acknowledged", "按时", "&lt;b&gt;", "href=\"/css/report.css\"")
        .doesNotContain("<b>", "<style", "ACKNOWLEDGED");

    JsonNode real = api.get("regulator", "/api/counters").at("/rows/0/counters");
    assertThat(real.at("/warnings").asInt()).isEqualTo(1);
    assertThat(real.at("/answered").asInt()).isZero();
    JsonNode drills =
        api.get("regulator", "/api/counters?occasion=DRILL&by=MINE").at("/rows/0/counters");
    assertThat(drills.at("/warnings").asInt()).isEqualTo(1);
    assertThat(drills.at("/calls").asInt()).isEqualTo(1);
    assertThat(drills.at("/answeredInTime").asInt()).isEqualTo(1);
    assertThat(api.text("regulator", "/api/counters.csv?by=PROVINCE"))
        .startsWith("place,from,to")
        .contains("\r\n14,");
    assertThat(api.get("regulator", "/api/alarm-load").at("/load/alarms").asInt())
        .as("a drill is no load of alarms")
        .isEqualTo(1);
  }

  @Test
  void aLevelThatIsMissingIsRefusedAndNeverReplaced() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    String good = SCRIPT.formatted("ANNOUNCED", START.toString());
    HttpResponse<String> none =
        api.send("dispatcher", "POST", "/api/drills", good.replace("\"severity\":\"ORANGE\",", ""));
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("each step of a drill needs its severity");
    HttpResponse<String> unknown =
        api.send("dispatcher", "POST", "/api/drills", good.replace("ORANGE", "BLUE"));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("the limits of T1-0101 have no level BLUE, they have [");
    HttpResponse<String> noValue =
        api.send("dispatcher", "POST", "/api/drills", good.replace("\"value\":1.1,", ""));
    assertThat(noValue.body()).contains("each step of a drill needs its value");
    assertThat(api.get("dispatcher", "/api/drills")).isEmpty();
  }

  @Test
  void whatIsNotAnnouncedIsHiddenUntilItBeginsAndCanBeEnded() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    String later = START.plus(Duration.ofHours(1)).toString();
    String id = start("leader", "UNANNOUNCED", later).at("/id").asText();
    assertThat(api.get("dispatcher", "/api/drills")).isEmpty();
    assertThat(api.get("leader", "/api/drills")).hasSize(1);
    assertThat(api.send("dispatcher", "POST", "/api/drills/" + id + "/end", null).statusCode())
        .isEqualTo(404);
    assertThat(api.send("leader", "POST", "/api/drills/" + id + "/end", null).statusCode())
        .isEqualTo(200);
    assertThat(api.send("leader", "POST", "/api/drills/" + id + "/end", null).statusCode())
        .isEqualTo(409);
    clock.move(Duration.ofHours(2));
    assertThat(api.get("dispatcher", "/api/drills").at("/0/told").asInt()).isZero();
    assertThat(api.get("dispatcher", "/api/incidents")).isEmpty();
  }

  @Test
  void aRegulatorsChallengeIsNothingButTheCallToTheMineAndIsMeasured() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    String announced = SCRIPT.formatted("ANNOUNCED", START.toString());
    HttpResponse<String> refused = api.send("regulator", "POST", "/api/drills", announced);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("a drill that a regulator starts is not announced");
    JsonNode own = start("leader", "ANNOUNCED", START.plus(Duration.ofDays(7)).toString());
    String ownEnd = "/api/drills/" + own.at("/id").asText() + "/end";
    assertThat(api.send("regulator", "POST", ownEnd, null).statusCode())
        .as("a drill of the mine's own is not the regulator's to end")
        .isEqualTo(403);

    String start = START.plus(Duration.ofMinutes(10)).toString();
    String asked =
        SCRIPT.formatted("UNANNOUNCED", start).replace("\"notice\":\"UNANNOUNCED\",", "");
    HttpResponse<String> answer = api.send("regulator", "POST", "/api/drills", asked);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode drill = Api.JSON.readTree(answer.body());
    assertThat(drill.at("/notice").asText()).isEqualTo("UNANNOUNCED");
    assertThat(drill.at("/origin").asText()).isEqualTo("CHALLENGE");
    String end = "/api/drills/" + drill.at("/id").asText() + "/end";
    for (String mine : new String[] {"dispatcher", "leader", "administrator"}) {
      assertThat(api.get(mine, "/api/drills").toString()).as(mine).doesNotContain("CHALLENGE");
      assertThat(api.send(mine, "POST", end, null).statusCode()).as(mine).isEqualTo(404);
    }

    clock.move(Duration.ofMinutes(10));
    await().until(() -> !api.get("regulator", "/api/drills").at("/1/outcome").isNull());
    String id = api.get("regulator", "/api/drills").at("/1/incident").asText();
    assertThat(awaitStage(id, "CALLED").at("/drill").asBoolean()).isTrue();
    JsonNode called = api.get("dispatcher", "/api/incidents").get(0);
    assertThat(called.at("/id").asText()).as("the mine is called").isEqualTo(id);
    assertThat(called.at("/drill").asBoolean()).as("and told that it is a drill").isTrue();
    for (String mine : new String[] {"dispatcher", "leader"}) {
      assertThat(api.get(mine, "/api/drills").toString()).as(mine).doesNotContain("CHALLENGE");
    }

    clock.move(Duration.ofSeconds(20));
    act("dispatcher", id, "\"act\":\"ACKNOWLEDGE\"");
    JsonNode measured = api.get("regulator", "/api/drills").at("/1/outcome");
    assertThat(measured.at("/answered/took").asText()).isEqualTo("PT20S");
    assertThat(measured.at("/answered/inTime").asText()).isEqualTo("IN_TIME");
    assertThat(measured.at("/responded").isNull()).isTrue();

    clock.move(Duration.ofMinutes(2));
    await().until(() -> api.get("regulator", "/api/drills").at("/1/nextAt").isNull());
    act("dispatcher", id, "\"act\":\"FORCE_CLOSE\",\"note\":\"抽查结束\"");
    act("leader", id, "\"act\":\"CONFIRM\",\"what\":\"FORCE_CLOSE\"");
    await()
        .untilAsserted(
            () ->
                assertThat(api.get("leader", "/api/drills").toString())
                    .as("when it is over the mine sees what was measured")
                    .contains("CHALLENGE"));
  }

  @Test
  void aDrillThatIsEndedEarlyTellsItsPointsClearAgain() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    String id = start("dispatcher", "ANNOUNCED", START.toString()).at("/id").asText();
    String path = "/api/drills?mine=" + MINE;
    await()
        .ignoreExceptions()
        .pollInSameThread()
        .until(() -> !api.get("regulator", path).at("/0/incident").asText("").isEmpty());
    String incident = api.get("regulator", path).at("/0/incident").asText();
    clock.move(Duration.ofSeconds(30));

    assertThat(api.send("dispatcher", "POST", "/api/drills/" + id + "/end", null).statusCode())
        .isEqualTo(200);

    JsonNode view = api.get("regulator", "/api/incidents/" + incident);
    assertThat(view.at("/findings/0/kind").asText()).isEqualTo("CLEARED");
    assertThat(view.at("/findings/0/detail/ended").asText()).isEqualTo("early");
    assertThat(view.at("/missingForClose").toString()).doesNotContain("READINGS_NOT_RESTORED");
    assertThat(view.at("/timeline").toString()).contains("RESTORED");
  }

  @Test
  void aScriptThatLeavesAPointOpenIsRefused() throws Exception {
    String open = SCRIPT.formatted("ANNOUNCED", START).replace("CLEARED", "RAISED");
    HttpResponse<String> answer = api.send("dispatcher", "POST", "/api/drills", open);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("the last fact of T1-0101 clears it");
  }

  @Test
  void aForcedCloseTakesTwoPeopleAndIsListedForTheRegulator() throws Exception {
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    done("dispatcher", act("ACKNOWLEDGE"));
    act("dispatcher", ID, "\"act\":\"FORCE_CLOSE\",\"note\":\"探头损毁\"");
    assertThat(stage()).isEqualTo("ACKNOWLEDGED");
    assertThat(incident().at("/proposal/what").asText()).isEqualTo("FORCE_CLOSE");
    act("leader", ID, "\"act\":\"CONFIRM\",\"what\":\"FORCE_CLOSE\"");
    assertThat(stage()).isEqualTo("CLOSED");
    clock.move(Duration.ofSeconds(1));
    JsonNode listed = api.get("regulator", "/api/exceptions");
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/what/how").asText()).isEqualTo("FORCED");
    assertThat(listed.at("/0/what/first").asText()).isEqualTo("dispatcher");
    assertThat(listed.at("/0/by").asText()).isEqualTo("leader");
  }
}
