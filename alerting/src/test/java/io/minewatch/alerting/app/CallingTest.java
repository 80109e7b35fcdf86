package io.minewatch.alerting.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.Signature;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a roster over channels to the answer of a human, through the real service. */
class CallingTest extends CallingStory {
  @Test
  void aRosterIsSavedAgainstItsVersionAndShownMaskedToOthers() throws Exception {
    assertThat(roster(ROSTER, "X-None", "x").statusCode()).isEqualTo(428);
    HttpResponse<String> first = roster(ROSTER, "If-None-Match", "*");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(first.body()).contains("张**", "138**678").doesNotContain("张三丰", "13812345678");
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isIn(412, 428);
    assertThat(roster(ROSTER, "If-Match", "\"7\"").statusCode()).isEqualTo(412);
    // What came masked and goes back masked is what it was.
    HttpResponse<String> again = roster(first.body(), "If-Match", "\"1\"");
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    JsonNode duty = api.get("regulator", "/api/mines/140921021337/duty");
    assertThat(duty.at("/rungs/0/people/0/person/name").asText()).isEqualTo("张**");
    assertThat(duty.at("/rungs/0/people/0/person/contacts/0/address").asText())
        .isEqualTo("138**678");
    assertThat(duty.at("/gaps")).hasSize(2); // nobody at the rungs 2 and 3
    assertThat(api.get("regulator", "/api/platform").findValuesAsText("kind")).contains("ROSTER");
    assertThat(roster(first.body().replace("zhang", "li"), "If-Match", "\"2\"").statusCode())
        .isEqualTo(400);
    String masked = tag("regulator");
    assertThat(tag("leader")).as("who sees other names").startsWith("\"2-").isNotEqualTo(masked);
    assertThat(roster(first.body(), "If-Match", masked).statusCode()).isEqualTo(200);
    assertThat(roster(first.body(), "If-Match", "\"1-9f\", W/\"3\"").statusCode())
        .as("one of those that were seen holds")
        .isEqualTo(200);
    assertThat(roster(first.body(), "If-Match", "\"1\", \"3-9f\"").statusCode())
        .as("none does")
        .isEqualTo(412);
  }

  /** Whoever takes a shift sees such a gap too, and the shift is given all the same. */
  @Test
  void aRungAboveTheLadderIsAGapLikeAnyOther() throws Exception {
    String weekdays =
        ROSTER.replace(",\"SATURDAY\",\"SUNDAY\"", "").replace("\"rung\":1", "\"rung\":9");
    assertThat(roster(weekdays, "If-None-Match", "*").statusCode()).isEqualTo(200);
    JsonNode gaps = api.get("dispatcher", "/api/shifts/now").at("/gaps");
    assertThat(gaps.findValuesAsText("rung")).contains("9");
    assertThat(gaps.findValuesAsText("english")).doesNotContain("");
  }

  private String tag(String user) throws Exception {
    HttpResponse<String> seen = api.send(user, "GET", "/api/roster?scope=" + SCOPE, null);
    return seen.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void everyChannelOfTheRungCallsAndTheCodeThatIsTextedBackAcknowledges() throws Exception {
    called();
    assertThat(call("console").at("/name").asText()).isEqualTo("张**");
    await()
        .ignoreExceptions()
        .pollInSameThread()
        .until(() -> call("cap").at("/outcome").asText().equals("PLACED"));
    assertThat(sent("/sms", "to")).isEqualTo("13812345678");
    Matcher code = Pattern.compile("确认请回复([0-9]{2})").matcher(sent("/sms", "text"));
    assertThat(code.find()).isTrue();
    assertThat(text("wrong-token", code.group(1)).statusCode()).isEqualTo(401);
    assertThat(text(KEY, "99 99").body()).contains("NO_PROOF");
    for (int i = 0; i < 5; i++) { // which guesses nothing and spends nothing
      assertThat(text(KEY, "收到，马上到").body()).contains("NO_PROOF");
    }
    assertThat(stage()).isEqualTo("CALLED");
    assertThat(text(KEY, "收到 " + code.group(1)).body()).contains("TAKEN");
    assertThat(stage()).isEqualTo("ACKNOWLEDGED");
    assertThat(call("sms").at("/outcome").asText()).isEqualTo("CONFIRMED");
    assertThat(call("sms").at("/proof").asText()).isEqualTo("CODE");
    assertThat(call("console").at("/outcome").asText()).isEqualTo("SUPERSEDED");
    assertThat(incident().at("/timeline").toString()).contains("dispatcher");
    assertThat(api.send("regulator", "GET", "/api/cap", null).body()).contains("mw-" + ID);
    assertThat(
            api.get("regulator", "/api/roster?scope=" + SCOPE)
                .at("/people/0/contacts/0/proved")
                .asText())
        .isNotEmpty();
  }

  private HttpResponse<String> text(String token, String text) throws Exception {
    return send(
        "POST",
        "/api/calls/texts",
        "{\"from\":\"+86 138-1234-5678\",\"text\":\"" + text + "\"}",
        "Content-Type",
        "application/json",
        "X-Minewatch-Token",
        token);
  }

  @Test
  void aTestCallOpensNothingAndItsAnswerProvesTheNumber() throws Exception {
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isEqualTo(200);
    assertThat(proved()).isEmpty();
    String asked = "{\"scope\":\"" + SCOPE + "\",\"person\":\"zhang\"}";
    assertThat(api.send("dispatcher", "POST", "/api/roster/tests", asked).statusCode())
        .isEqualTo(200);
    await().untilAsserted(() -> assertThat(texted()).contains("通信测试"));
    clock.move(Duration.ofSeconds(20));
    Matcher code = Pattern.compile("收到请回复([0-9]{2})").matcher(texted());
    assertThat(code.find()).isTrue();
    assertThat(text(KEY, code.group(1)).body()).contains("TAKEN");
    assertThat(proved()).isEqualTo(clock.instant().toString());
    assertThat(api.get("regulator", "/api/incidents")).isEmpty();
  }

  /** When the number for texts was last proved. */
  private String proved() throws Exception {
    return api.get("regulator", "/api/roster?scope=" + SCOPE)
        .at("/people/0/contacts/0/proved")
        .asText("");
  }

  private String texted() {
    return gateway.requests.stream()
        .filter(request -> request.path().equals("/sms") && request.body().contains("测试"))
        .map(HttpEnd.Request::body)
        .findFirst()
        .orElse("");
  }

  @Test
  void anAnswerByTextHoldsThoughFurtherFactsCameMeanwhile() throws Exception {
    called();
    Matcher code = Pattern.compile("确认请回复([0-9]{2})").matcher(sent("/sms", "text"));
    assertThat(code.find()).isTrue();
    clock.move(Duration.ofSeconds(5));
    finding(1, FindingKind.RAISED, Severity.RED, 1.9);
    await().until(() -> incident().at("/findings/0/kind").asText().equals("RAISED"));
    String fullWidth =
        code.group(1).chars().mapToObj(c -> "" + (char) (c - '0' + '０')).collect(joining());
    assertThat(text(KEY, fullWidth).body()).contains("TAKEN");
    assertThat(stage()).isEqualTo("ACKNOWLEDGED");
    assertThat(whats()).doesNotContain("REFUSED");
    assertThat(api.get("leader", "/api/incidents/" + ID + "/calls").size())
        .isEqualTo(incident().at("/callsTotal").asInt())
        .isPositive();
  }

  @Test
  void aBodyOfAProgramIsReadNoFurtherThanItMayBeLong() throws Exception {
    assertThat(text(KEY, "x".repeat(20_000)).statusCode()).isEqualTo(413);
    assertThat(receipt("x".repeat(20_000), "HUMAN", "", KEY).statusCode()).isEqualTo(413);
  }

  @Test
  void aMailboxDoesNotStopTheLadderAndAKeyDoes() throws Exception {
    called();
    await().until(() -> !sent("/voice", "id").isEmpty());
    String id = sent("/voice", "id");
    assertThat(receipt(id, "MACHINE", "", KEY).statusCode()).isEqualTo(200);
    assertThat(stage()).isEqualTo("CALLED");
    assertThat(receipt(id, "ANSWERED", "1", KEY + "!").statusCode()).isEqualTo(401);
    assertThat(receipt(id, "ANSWERED", "2", KEY).body()).contains("NO_PROOF");
    assertThat(stage()).isEqualTo("CALLED");
    assertThat(receipt(id, "ANSWERED", "1", KEY).body()).contains("TAKEN");
    assertThat(stage()).isEqualTo("ACKNOWLEDGED");
    assertThat(receipt(id, "ANSWERED", "1", KEY).statusCode()).isEqualTo(200); // played again
    assertThat(whats().stream().filter("ACKNOWLEDGED"::equals)).hasSize(1);
    assertThat(whats()).doesNotContain("REFUSED");
  }

  private HttpResponse<String> receipt(String id, String state, String digits, String key)
      throws Exception {
    String body =
        "{\"attempt\":\"%s\",\"state\":\"%s\",\"digits\":\"%s\"}".formatted(id, state, digits);
    String signature =
        Signature.of(Secret.key(key), clock.instant(), body.getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        "/api/calls/receipts",
        body,
        "Content-Type",
        "application/json",
        Signature.HEADER,
        signature);
  }
}
