package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.plan.Plan;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule packs that protect less hold for no mine before two people have allowed it. */
class LooserPacksTest extends HeldMines {
  /** The limit of a coal face, as a pack has it that somebody has written anew. */
  private static String looser(String pack) {
    int row = pack.indexOf("  - id: \"536-2\"");
    return row < 0
        ? pack
        : pack.substring(0, row) + pack.substring(row).replaceFirst("alarm: 1.0", "alarm: 1.2");
  }

  private double alarm() throws Exception {
    Plan plan = bus.newest("mw/v1/" + MINE + "/plan", Plan.class);
    return plan.limits().stream()
        .filter(limit -> limit.id().equals("cn-coal-2025:536-2"))
        .findAny()
        .orElseThrow()
        .steps()
        .get(0)
        .at();
  }

  private List<JsonNode> waiting() throws Exception {
    List<JsonNode> waiting = new ArrayList<>();
    for (JsonNode change : api.get("leader", PATH + "/changes")) {
      if (List.of("PROPOSED", "PENDING").contains(change.at("/state").asText())) {
        waiting.add(change);
      }
    }
    return waiting;
  }

  private void restartLooser() throws Exception {
    service.close();
    service = Running.startWith(folder, clock, bus, LooserPacksTest::looser);
    api = new Api(service.port());
  }

  @Test
  void packsThatProtectLessHoldForNoMineBeforeTwoPeopleHaveAllowedIt() throws Exception {
    restartLooser();
    restartLooser(); // asked once

    assertThat(troubled(get("regulator:pw-regulator"), "PACKS")).contains(MINE);
    assertThat(alarm()).isEqualTo(1.0);
    JsonNode change = waiting().get(0);
    assertThat(waiting()).hasSize(1);
    assertThat(change.at("/origin").asText()).isEqualTo("PACKS");
    assertThat(change.at("/lowered").toString())
        .contains("point T1-0101: cn-coal-2025:536-2: ALARM from 1.0 to 1.2");

    // An edit of the registry does not carry them along unseen.
    ObjectNode document = document();
    document.put("name", "另一个名字");
    HttpResponse<String> edited = edit("\"1\"", document);
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(202);
    String beside = Api.JSON.readTree(edited.body()).at("/id").asText();
    String refuse = "{\"decision\":\"REFUSE\",\"reason\":\"because\"}";
    assertThat(api.send("leader", "POST", PATH + "/changes/" + beside, refuse).statusCode())
        .isEqualTo(204);

    String allow = "{\"decision\":\"ALLOW\",\"reason\":\"because\"}";
    String asked = PATH + "/changes/" + change.at("/id").asText();
    HttpResponse<String> first = api.send("leader", "POST", asked, allow);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    String second = PATH + "/changes/" + Api.JSON.readTree(first.body()).at("/id").asText();
    assertThat(api.send("leader", "POST", second, allow).statusCode()).isEqualTo(409);
    assertThat(alarm()).isEqualTo(1.0);
    assertThat(api.send("administrator", "POST", second, allow).statusCode()).isEqualTo(200);

    await().untilAsserted(() -> assertThat(alarm()).isEqualTo(1.2));
    assertThat(troubled(get("regulator:pw-regulator"), "PACKS")).doesNotContain(MINE);
    assertThat(waiting()).isEmpty();
    restartLooser();
    assertThat(troubled(get("regulator:pw-regulator"), "PACKS")).doesNotContain(MINE);
  }

  @Test
  void aChangeThatWaitsCarriesNoLooserPacksAlong() throws Exception {
    ObjectNode document = document();
    document.put("tagPeriod", "PT31S");
    HttpResponse<String> edited = edit("\"1\"", document);
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(202);
    String id = Api.JSON.readTree(edited.body()).at("/id").asText();
    restartLooser();

    String allow = "{\"decision\":\"ALLOW\",\"reason\":\"because\"}";
    HttpResponse<String> allowed =
        api.send("administrator", "POST", PATH + "/changes/" + id, allow);
    assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(409);
    assertThat(alarm()).isEqualTo(1.0);
    for (JsonNode change : api.get("leader", PATH + "/changes")) {
      boolean ours = change.at("/id").asText().equals(id);
      assertThat(change.at("/state").asText()).isEqualTo(ours ? "OVERTAKEN" : "PROPOSED");
    }

    // Made anew it says all that it lowers, and then holds.
    HttpResponse<String> anew = edit("\"1\"", document);
    JsonNode asked = Api.JSON.readTree(anew.body());
    assertThat(asked.at("/lowered").toString()).contains("PT31S", "ALARM from 1.0 to 1.2");
    String second = PATH + "/changes/" + asked.at("/id").asText();
    assertThat(api.send("administrator", "POST", second, allow).statusCode()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(alarm()).isEqualTo(1.2));
  }

  @Test
  void packsThatArePutRightAgainAskNobodyAnyMore() throws Exception {
    restartLooser();
    assertThat(waiting()).hasSize(1);
    service.close();
    service = Running.startWith(folder, clock, bus, text -> text);
    api = new Api(service.port());

    assertThat(waiting()).isEmpty();
    assertThat(troubled(get("regulator:pw-regulator"), "PACKS")).isEmpty();
    assertThat(alarm()).isEqualTo(1.0);
  }
}
