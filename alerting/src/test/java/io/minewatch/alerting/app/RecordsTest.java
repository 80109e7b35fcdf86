package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One incident from its finding to the archive, over a change of shifts, and what is printed. */
class RecordsTest extends Timeline {
  private JsonNode posted(String user, int status, String path, String body) throws Exception {
    HttpResponse<String> answer = api.send(user, "POST", path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Api.JSON.readTree(answer.body());
  }

  private JsonNode found(String query) throws Exception {
    return api.get("regulator", "/api/archive?" + query);
  }

  private void finds(String query) throws Exception {
    assertThat(found(query).at("/lines").findValuesAsText("id")).as(query).containsExactly(ID);
  }

  private void findsNothing(String query) throws Exception {
    assertThat(found(query).at("/lines")).as(query).isEmpty();
    assertThat(found(query).at("/found").asInt()).as(query).isZero();
  }

  @Test
  void whatWasOpenIsHandedOverWhatIsClosedIsFoundAndBothArePrinted() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    findsNothing("");
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    done("dispatcher", act("ACKNOWLEDGE"));
    done("dispatcher", order("'face-0101'"));
    await().untilAsserted(() -> assertThat(book()).isNotNull());
    muster(2, 1);
    await().until(() -> !incident().at("/muster").isNull());

    String shift = handedOver();

    muster(0, 1);
    clock.move(Duration.ofMinutes(2));
    done("dispatcher", act("FORCE_CLOSE").replace("}", ",'note':'探头<损毁>'}"));
    done("leader", act("CONFIRM").replace("}", ",'what':'FORCE_CLOSE'}"));
    awaitStage("CLOSED");
    searched();
    printed(shift);
  }

  private String handedOver() throws Exception {
    JsonNode open = api.get("dispatcher", "/api/shifts/now");
    assertThat(open.at("/incidents/0/id").asText()).isEqualTo(ID);
    assertThat(open.at("/incidents/0/inside").asInt()).isEqualTo(2);
    assertThat(open.at("/incidents/0/due").asText()).isEqualTo("EMPTY");
    assertThat(open.at("/pointsTotal").asInt()).as("nothing was heard").isPositive();
    assertThat(open.at("/unheard").asInt()).isEqualTo(1);
    assertThat(open.at("/inside").asInt()).isEqualTo(2);
    assertThat(open.at("/mines/0/placed").asBoolean()).as("no feed tells it").isFalse();
    assertThat(open.at("/points/0/why").asText()).isEqualTo("NEVER");
    assertThat(open.at("/gapsTotal").asInt()).isPositive();

    String id =
        posted("dispatcher", 201, "/api/shifts", "{\"notes\":\"0101面<撤人>中\",\"receiver\":\"李\"}")
            .at("/id")
            .asText();
    assertThat(posted("dispatcher", 409, "/api/shifts", "{}").at("/refusal").asText())
        .isEqualTo("WAITS_ALREADY");
    String path = "/api/shifts/" + id;
    String now = "{\"seen\":\"" + open.at("/version").asText() + "\"}";
    assertThat(posted("dispatcher", 409, path + "/take", now).at("/refusal").asText())
        .isEqualTo("SAME_PERSON");
    assertThat(posted("leader", 409, path + "/withdraw", "{}").at("/words").asText())
        .contains("只有交班人");
    assertThat(posted("leader", 409, path + "/take", "{\"seen\":\"old\"}").at("/refusal").asText())
        .isEqualTo("CHANGED");
    String seen = api.get("leader", "/api/shifts/now").at("/version").asText();
    String take = "{\"remarks\":\"清楚\",\"seen\":\"" + seen + "\"}";
    assertThat(posted("leader", 200, path + "/take", take).at("/taker").asText())
        .isEqualTo("leader");
    JsonNode whole = api.get("regulator", path);
    assertThat(whole.at("/shift/standing").asText()).isEqualTo("TAKEN");
    assertThat(whole.at("/matters/incidents/0/id").asText()).isEqualTo(ID);
    assertThat(whole.at("/isAsGiven").asBoolean()).isTrue();
    assertThat(whole.at("/atTaking/incidents/0/id").asText()).isEqualTo(ID);
    assertThat(whole.at("/shift/named").asText()).as("named was 李").isEqualTo("ANOTHER");
    assertThat(whole.at("/shift/receiver").asText()).as("as a regulator reads it").isEqualTo("李**");
    assertThat(api.get("regulator", "/api/shifts").findValuesAsText("id")).containsExactly(id);
    return id;
  }

  private void searched() throws Exception {
    JsonNode line = found("stage=CLOSED").at("/lines/0");
    assertThat(line.at("/how").asText()).isEqualTo("FORCED");
    assertThat(line.at("/people").asInt()).isEqualTo(5);
    assertThat(line.at("/subject").asText()).isEqualTo("0101工作面T1");
    finds("how=FORCED&severity=ORANGE&hazard=GAS&occasion=REAL");
    finds("area=14/1409&mine=" + MINE);
    finds("text=T1-0101");
    finds("text=" + ID.toUpperCase(java.util.Locale.ROOT));
    finds("from=2026-03-01T08:00:00Z&to=2026-03-01T08:00:01Z");
    findsNothing("to=2026-03-01T08:00:00Z");
    findsNothing("how=HARMLESS");
    findsNothing("hazard=WATER");
    findsNothing("occasion=DRILL");
    findsNothing("area=15");
    findsNothing("text=100%25");
    findsNothing("text=no-such");
    for (String wrong : new String[] {"limit=0", "limit=201", "after=x", "stage=NONE", "from=x"}) {
      assertThat(api.send("regulator", "GET", "/api/archive?" + wrong, null).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  private void printed(String shift) throws Exception {
    String report = api.text("regulator", "/api/incidents/" + ID + "/report?lang=ZH");
    assertThat(report)
        .contains("事件报告", "强制关闭（dispatcher + leader）：探头&lt;损毁&gt;", "未配置", "人员撤出")
        .contains("2026-03-01 16:00:00") // the mine's own time
        .doesNotContain("<损毁>", "card-0", "undefined", "null");
    assertThat(api.text("leader", "/api/incidents/" + ID + "/report?lang=EN"))
        .contains("Incident report", "Forced close (dispatcher + leader)", "card-0", "lang=\"en\"");
    assertThat(api.text("regulator", "/api/shifts/" + shift + "/report?lang=ZH"))
        .contains("交接班报告", "0101面&lt;撤人&gt;中", "命令 1 道，未撤出 2", "接班人签字", "情况不明")
        .doesNotContain("哈希链");
    String month = api.text("regulator", "/api/bulletins?month=2026-03&area=14");
    assertThat(month).contains("发布预警 1 次、叫应 1 矿次", "本月尚未结束", "强制关闭", "14/1409");
    assertThat(api.text("regulator", "/api/bulletins?month=2026-02")).contains("发布预警 0 次");
    assertThat(api.send("regulator", "GET", "/api/bulletins?month=x", null).statusCode())
        .isEqualTo(400);
    assertThat(api.send("regulator", "GET", "/api/bulletins?area=99", null).statusCode())
        .isEqualTo(404);
  }
}
