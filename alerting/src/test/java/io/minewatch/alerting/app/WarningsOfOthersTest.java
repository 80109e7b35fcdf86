package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A warning by CAP, through the real service. */
class WarningsOfOthersTest extends CallingStory {
  @Test
  void aWarningOfOthersOpensAnIncidentWhereItHoldsAndItsEndClearsIt() throws Exception {
    String warning =
        """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>w-1</identifier>
        <sender>met.example.org</sender><sent>2026-03-01T15:50:00+08:00</sent><status>Actual</status>
        <msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>暴雨</event>
        <urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
        <expires>2026-03-01T20:00:00+08:00</expires><area><areaDesc>山西</areaDesc>
        <geocode><valueName>GB/T 2260</valueName><value>140900</value></geocode></area></info></alert>
        """;
    assertThat(warn(warning.replace("140900", "150000")).body()).doesNotContain("140921021337");
    HttpResponse<String> ack = warn(warning.replace("w-1", "w-2"));
    assertThat(ack.statusCode()).as(ack.body()).isEqualTo(200);
    assertThat(ack.body()).contains("<msgType>Ack</msgType>", "140921021337");
    await().untilAsserted(() -> assertThat(open()).hasSize(1));
    assertThat(open().at("/0/severity").asText()).isEqualTo("ORANGE");
    assertThat(open().at("/0/findings/0/check").asText()).isEqualTo("WARNING");
    await().untilAsserted(() -> assertThat(open().at("/0/stage").asText()).isEqualTo("CALLED"));
    warn(warning.replace("w-1", "w-2")); // comes again
    assertThat(api.get("regulator", "/api/incidents")).hasSize(1);
    assertThat(warn(warning.replace("Actual", "Exercise").replace("w-1", "w-3")).body())
        .doesNotContain("140921021337");
    assertThat(warn("<alert/>").statusCode()).isEqualTo(422);
    clock.move(Duration.ofHours(5));
    await()
        .untilAsserted(
            () ->
                assertThat(api.get("regulator", "/api/incidents").at("/0/findings/0/kind").asText())
                    .isEqualTo("CLEARED"));
  }

  @Test
  void ourOwnFeedIsTriedByAnAlertThatIsATestAndOpensNothing() throws Exception {
    String body = "{\"mine\":\"140921021337\"}";
    HttpResponse<String> made = api.send("dispatcher", "POST", "/api/cap/tests", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    String path = "/api/cap/mw-" + Api.JSON.readTree(made.body()).at("/id").asText();
    await().untilAsserted(() -> assertThat(api.text("regulator", path)).contains("<alert"));
    assertThat(api.text("regulator", path))
        .contains("<status>Test</status>", "<msgType>Alert</msgType>", "测试，无告警");
    assertThat(api.text("regulator", "/api/cap")).contains("<title>TEST Alert 示范煤矿");
    String id = Api.JSON.readTree(made.body()).at("/id").asText();
    HttpResponse<String> next = api.send("dispatcher", "POST", "/api/cap/tests", body);
    assertThat(Api.JSON.readTree(next.body()).at("/id").asText())
        .as("the clock stands")
        .isNotEqualTo(id);
    assertThat(open()).isEmpty();
    assertThat(
            api.send("dispatcher", "POST", "/api/cap/tests", body.replace("1409", "1509"))
                .statusCode())
        .isEqualTo(404);
  }

  private JsonNode open() throws Exception {
    return api.get("regulator", "/api/incidents?open=true");
  }

  private HttpResponse<String> warn(String document) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString("regulator:pw-regulator".getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        "/api/warnings",
        document,
        "Content-Type",
        "application/cap+xml",
        "Authorization",
        "Basic " + basic);
  }
}
