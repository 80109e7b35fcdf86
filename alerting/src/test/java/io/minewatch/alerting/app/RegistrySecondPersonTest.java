package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What lowers protection takes two people. */
class RegistrySecondPersonTest extends RegistryStory {
  @Test
  void whatLowersProtectionWaitsForASecondPersonOfSufficientRole() throws Exception {
    ObjectNode document = document();
    zone(document, "face-0101").put("peopleLimit", 20);
    HttpResponse<String> asked = put("leader", "\"1\"", document, "增加人员");
    assertThat(asked.statusCode()).isEqualTo(202);
    JsonNode change = Api.JSON.readTree(asked.body());
    assertThat(change.at("/state").asText()).isEqualTo("PENDING");
    assertThat(change.at("/lowered/0/english").asText())
        .isEqualTo("zone face-0101: limit of people from 16 to 20");
    assertThat(change.at("/lowered/0/chinese").asText()).isEqualTo("区域 face-0101 的定员由 16 改为 20");
    assertThat(zone(document(), "face-0101").get("peopleLimit").asInt()).isEqualTo(16);
    String id = change.at("/id").asText();

    assertThat(decide("leader", id, "ALLOW").statusCode()).isEqualTo(409);
    assertThat(decide("dispatcher", id, "ALLOW").statusCode()).isEqualTo(403);
    HttpResponse<String> allowed = decide("regulator", id, "ALLOW");

    assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(200);
    JsonNode version = Api.JSON.readTree(allowed.body()).get("version");
    assertThat(version.at("/by").asText()).isEqualTo("leader");
    assertThat(version.at("/approvedBy").asText()).isEqualTo("regulator");
    assertThat(zone(document(), "face-0101").get("peopleLimit").asInt()).isEqualTo(20);
    assertThat(decide("administrator", id, "ALLOW").statusCode()).isEqualTo(409);
    assertThat(api.get("leader", PATH + "/changes").at("/0/state").asText()).isEqualTo("EFFECTIVE");
  }

  @Test
  void aChangeThatWaitsIsOvertakenByAnotherOrRefusedWithItsReason() throws Exception {
    ObjectNode document = document();
    zone(document, "face-0101").put("peopleLimit", 20);
    String first =
        Api.JSON.readTree(put("leader", "\"1\"", document, "一").body()).at("/id").asText();
    String second =
        Api.JSON.readTree(put("leader", "\"1\"", document, "二").body()).at("/id").asText();
    assertThat(decide("administrator", second, "REFUSE").statusCode()).isEqualTo(204);
    ObjectNode stricter = document();
    zone(stricter, "face-0101").put("peopleLimit", 10);
    assertThat(put("administrator", "\"1\"", stricter, "收紧").statusCode()).isEqualTo(200);

    assertThat(decide("administrator", first, "ALLOW").statusCode()).isEqualTo(412);

    JsonNode changes = api.get("leader", PATH + "/changes");
    assertThat(changes.findValuesAsText("state")).containsExactly("REFUSED", "OVERTAKEN");
    assertThat(changes.at("/0/reason").asText()).isEqualTo("because");
    assertThat(put("leader", "\"1\"", document, "旧").statusCode()).isEqualTo(412);
    assertThat(put("leader", null, document, "无").statusCode()).isEqualTo(428);
  }
}
