package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The clocks of accident reports in the real service: declared, run out, put on record, counted.
 */
class AccidentTest extends Timeline {
  private static final String ACCIDENT = "/api/incidents/" + ID + "/accident";

  private JsonNode sent(String user, int status, String path, String body) throws Exception {
    HttpResponse<String> answer = api.send(user, "POST", path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Api.JSON.readTree(answer.body());
  }

  private JsonNode report(String id) throws Exception {
    for (JsonNode each : incident().at("/accident/reports")) {
      if (each.at("/id").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError("no report " + id);
  }

  private JsonNode counted() throws Exception {
    return api.get("regulator", "/api/counters?to=2027-01-01T00:00:00Z&from=2026-02-01T00:00:00Z")
        .at("/rows/0/accidents");
  }

  @Test
  void everyReportOfADeclaredAccidentHasAClockThatOutlivesARestart() throws Exception {
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    assertThat(incident().at("/accident").isNull()).isTrue();
    String early = "{\"report\":\"mine\",\"note\":\"x\"}";
    assertThat(sent("dispatcher", 409, ACCIDENT + "/reports", early).at("/refusal").asText())
        .isEqualTo("NOT_DECLARED");
    JsonNode view = sent("dispatcher", 200, ACCIDENT, "{\"what\":\"0101面冒顶，1人被困\"}");
    assertThat(view.at("/accident/by").asText()).isEqualTo("dispatcher");
    assertThat(sent("dispatcher", 409, ACCIDENT, "{\"what\":\"x\"}").at("/refusal").asText())
        .isEqualTo("ALREADY_DECLARED");
    JsonNode phone = report("province-phone");
    assertThat(Instant.parse(phone.at("/due").asText()))
        .as("as the row of the pack has it")
        .isEqualTo(START.plus(Duration.ofMinutes(10)));
    sent(
        "dispatcher",
        200,
        ACCIDENT + "/reports",
        "{\"report\":\"province-phone\",\"note\":\"已电话报告值班室\"}");
    assertThat(report("province-phone").at("/standing").asText()).isEqualTo("IN_TIME");

    service.close(); // the clock of the written report runs out while nobody is there
    clock.move(Duration.ofMinutes(31));
    service = Running.start(folder, clock, bus);
    api = new Api(service.port());
    assertThat(report("province-written").at("/standing").asText()).isEqualTo("OVERDUE");
    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(evidence()).containsOnlyOnce("\"type\":\"ReportMissed\""));
    assertThat(counted().at("/overdue").asInt()).isEqualTo(1);

    sent(
        "dispatcher",
        200,
        ACCIDENT + "/reports",
        "{\"report\":\"province-written\",\"note\":\"已书面报告\"}");
    assertThat(report("province-written").at("/standing").asText()).isEqualTo("LATE");
    assertThat(counted().toString())
        .isEqualTo("{\"accidents\":1,\"owed\":2,\"overdue\":0,\"inTime\":1,\"late\":1}");
    assertThat(api.get("regulator", "/api/accidents").at("/0/what").asText()).contains("冒顶");
    assertThat(evidence())
        .contains("AccidentDeclared", "ReportMade", "ActRefused", "ALREADY_DECLARED");
  }

  /**
   * The slice of the ledger in the evidence pack: what happened to the accident is told in full.
   */
  private String evidence() throws Exception {
    byte[] pack = Recorded.evidence(service.port(), "/api/incidents/" + ID + "/evidence");
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        if (each.getName().equals("ledger.json")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("a pack has a ledger");
  }
}
