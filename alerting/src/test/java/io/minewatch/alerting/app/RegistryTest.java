package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.plan.Plan;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an edit of the registry does, and to whom it shows what. */
class RegistryTest extends RegistryStory {
  @Test
  void aStricterValueHoldsAtOnceAndTheMinesPlanIsPublishedWithItsTime() throws Exception {
    ObjectNode document = document();
    clock.move(Duration.ofMinutes(5));
    zone(document, "face-0101").put("peopleLimit", 12);

    HttpResponse<String> answer = put("leader", "\"9\", W/\"1-00ff\"", document, "多人作业收紧");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
    JsonNode version = Api.JSON.readTree(answer.body()).get("version");
    assertThat(version.at("/by").asText()).isEqualTo("leader");
    assertThat(version.at("/diff/0/path").asText()).isEqualTo("zones/face-0101/peopleLimit");
    assertThat(version.at("/diff/0/before").asInt()).isEqualTo(16);
    assertThat(version.at("/diff/0/after").asInt()).isEqualTo(12);
    assertThat(version.at("/planVersion").asLong()).isEqualTo(2);
    await()
        .untilAsserted(
            () -> {
              Plan plan = published();
              assertThat(plan.version()).isEqualTo(2);
              assertThat(plan.effectiveFrom()).isEqualTo(Instant.parse("2026-03-01T08:05:00Z"));
              assertThat(plan.zones())
                  .anyMatch(z -> z.id().value().equals("face-0101") && z.peopleLimit() == 12);
            });
    assertThat(api.get("dispatcher", "/api/mines/" + MINE).at("/plan/version").asLong())
        .isEqualTo(2);
    JsonNode history = api.get("regulator", PATH + "/versions");
    assertThat(history).hasSize(2);
    assertThat(history.at("/0/why").asText()).isEqualTo("多人作业收紧");
    assertThat(history.at("/1/origin").asText()).isEqualTo("FIRST");
    restart();
    assertThat(api.get("leader", PATH).at("/version/version").asLong()).isEqualTo(2);
    assertThat(published().version()).isEqualTo(2);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws Exception {
    ObjectNode document = document();
    zone(document, "face-0101").put("peopleLimit", -1);
    zone(document, "return-0101").put("nonsense", 1);
    ((ObjectNode) document.get("points").get(0)).put("period", "soon");
    HttpResponse<String> answer = put("leader", "\"1\"", document, "错");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problems = Api.JSON.readTree(answer.body()).get("problems");
    assertThat(problems.toString())
        .contains("row face-0101: zone face-0101: a limit of people is not negative")
        .contains("row return-0101: unknown key 'nonsense'")
        .contains("row T0-0101: period is no ISO 8601 duration: soon");
    assertThat(Api.JSON.readTree(answer.body()).get("problemsWords").toString())
        .contains("row return-0101: 未知的键“nonsense”", "row T0-0101: period 不是 ISO 8601 时长：soon");
    assertThat(put("leader", "\"1\"", document(), "").statusCode()).isEqualTo(400);
    assertThat(put("regulator", "\"1\"", document(), "x").statusCode()).isEqualTo(403);
    HttpResponse<String> untried = put("leader", "\"1\"", document(), "x", "b-none");
    assertThat(untried.statusCode()).isEqualTo(400);
    assertThat(untried.body()).contains("no back-test b-none was run for this registry");
  }

  @Test
  void namesAndCardsAreForTheMinesOwnStaffAndNeverInTheLedger() throws Exception {
    ObjectNode document = document();
    ArrayNode people = document.putArray("people");
    people.addObject().put("id", "p-4711").put("name", "测试甲").putArray("cards").add("c-990017");
    document.put("timeZone", "Asia/Shanghai").putArray("shifts").add("00:00").add("08:00");
    document.putArray("leaders").addObject().put("id", "08:00").putArray("people").add("p-4711");
    HttpResponse<String> asked = put("leader", "\"1\"", document, "登记");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202); // shifts begin otherwise
    String id = Api.JSON.readTree(asked.body()).at("/id").asText();
    assertThat(decide("administrator", id, "ALLOW").statusCode()).isEqualTo(200);

    assertThat(api.get("leader", PATH).toString()).contains("测试甲", "c-990017");
    for (String path : new String[] {PATH, PATH + "/versions", PATH + "/versions/2"}) {
      assertThat(api.get("regulator", path).toString()).doesNotContain("测试甲", "c-990017", "p-4711");
    }
    assertThat(bus.published.toString()).doesNotContain("测试甲");
    assertThat(ledger()).contains("登记").doesNotContain("测试甲", "c-990017", "p-4711");
  }

  private String ledger() throws Exception {
    StringBuilder all = new StringBuilder();
    String sql = "select content from ledger where kind = 'REGISTRY'";
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        ResultSet rows = db.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        all.append(rows.getString(1));
      }
    }
    return all.toString();
  }
}
