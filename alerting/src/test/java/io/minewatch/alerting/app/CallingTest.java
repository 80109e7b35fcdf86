package io.minewatch.alerting.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.Signature;
import io.minewatch.alerting.notify.broadcast.BroadcastChannel;
import io.minewatch.alerting.notify.cap.CapChannel;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.notify.voice.HttpVoice;
import io.minewatch.domain.feed.CallOut;
import io.minewatch.domain.feed.CallReceipt;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a roster over channels to the answer of a human, through the real service. */
class CallingTest extends Timeline {
  private static final String SCOPE = "14/1409/140921/140921021337";
  private static final String KEY = "a-key-of-the-test-0123456789";
  private static final String ROSTER =
      """
      {"zone":"Asia/Shanghai",
       "people":[{"id":"zhang","name":"张三丰","account":"dispatcher",
         "contacts":[{"kind":"SMS","address":"13812345678"},{"kind":"VOICE","address":"13812345678"}]}],
       "slots":[{"rung":1,"person":"zhang","standing":"DUTY","shift":"早班",
         "days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],
         "from":"00:00:00","until":"00:00:00","first":"2026-01-01"}]}
      """;
  private static final String SLOT_OF_RUNG_TWO =
      """
      {"rung":2,"person":"zhang","standing":"DUTY","shift":"早班",
         "days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],
         "from":"00:00:00","until":"00:00:00","first":"2026-01-01"}
      """;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private HttpEnd gateway;

  @BeforeEach
  void startWithChannels() throws Exception {
    gateway = new HttpEnd();
    restart();
  }

  @AfterEach
  void closeGateway() {
    gateway.close();
  }

  @Override
  void restart() {
    service.close();
    Duration timeout = Duration.ofSeconds(2);
    AlertingSettings one = Running.settings(folder);
    ChannelSettings channels =
        new ChannelSettings(
            new BroadcastChannel.Settings(Set.of(CallOut.Device.TAG, CallOut.Device.LAMP), timeout),
            null,
            null,
            new SmsChannel.Settings(
                gateway.url() + "sms",
                "",
                "application/json",
                "{\"id\":\"${id}\",\"to\":\"${number}\",\"text\":\"${text}\"}",
                Map.of(),
                new Secret("s"),
                Secret.key(KEY),
                "86",
                timeout),
            new HttpVoice.Settings(URI.create(gateway.url() + "voice"), Secret.key(KEY), timeout),
            new CapChannel.Settings("alerts.example.org"));
    service =
        AlertingService.start(
            new AlertingSettings(
                one.database(),
                one.broker(),
                one.rules(),
                one.mines(),
                one.http(),
                one.passwords(),
                channels),
            clock,
            null,
            bus);
    api = new Api(service.port());
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .headers(headers)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> roster(String body, String name, String value) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString("administrator:pw-administrator".getBytes(StandardCharsets.UTF_8));
    return send(
        "PUT",
        "/api/roster?scope=" + SCOPE,
        body,
        "Content-Type",
        "application/json",
        "Authorization",
        "Basic " + basic,
        name,
        value);
  }

  private JsonNode call(String channel) throws Exception {
    for (JsonNode call : incident().at("/calls")) {
      if (call.at("/channel").asText().equals(channel)) {
        return call;
      }
    }
    return incident().at("/none");
  }

  private String sent(String path, String field) {
    return gateway.requests.stream()
        .filter(
            request ->
                request.path().equals(path)
                    && request.body().contains(ID) // not what is called about the platform
                    && (request.body().contains("\"to\"") || request.body().contains("number")))
        .map(HttpEnd.Request::body)
        .map(body -> body.replaceAll(".*\"" + field + "\":\"([^\"]+)\".*", "$1"))
        .findFirst()
        .orElse("");
  }

  private void called() throws Exception {
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isEqualTo(200);
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    await()
        .ignoreExceptions()
        .pollInSameThread()
        .until(() -> call("sms").at("/outcome").asText().equals("PLACED"));
  }

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
  void whoCallsForHelpByATagIsAnsweredThereOnceSomebodyHasAcknowledged() throws Exception {
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    PeopleRule distress =
        plan().rules().stream()
            .filter(PeopleRule.class::isInstance)
            .map(PeopleRule.class::cast)
            .filter(rule -> rule.asks() == PeopleRule.Asks.DISTRESS)
            .findFirst()
            .orElseThrow();
    bus.finding(FINDINGS, distress(distress.id()));
    awaitStage("CALLED");
    assertThat(answers()).as("a machine has heard it, nobody has answered").isEmpty();
    done("dispatcher", act("ACKNOWLEDGE"));
    await().untilAsserted(() -> assertThat(answers()).hasSize(1));
    CallOut answer = answers().get(0);
    assertThat(answer.card()).isEqualTo(new CardId("card-1234567"));
    assertThat(answer.devices()).containsExactly(CallOut.Device.TAG);
    assertThat(answer.drill()).isFalse();
    done("dispatcher", "{'act':'RESPOND','version':0,'measures':'救援'}");
    bus.live(
        "mw/v1/140921021337/calls/receipt",
        Messages.write(
            new CallReceipt(
                answer.id(), CallReceipt.What.DELIVERED, "tag-system", clock.instant())));
    await()
        .untilAsserted(() -> assertThat(incident().at("/calls").toString()).contains("DELIVERED"));
    assertThat(incident().at("/findings/0/subject").asText()).matches("card/x-[0-9a-f]{10}");
    assertThat(api.get("leader", "/api/incidents/" + ID).at("/findings/0/subject").asText())
        .isEqualTo("card/card-1234567");
  }

  private List<CallOut> answers() throws Exception {
    List<CallOut> found = new ArrayList<>();
    for (Outgoing each : bus.published) {
      if (each.topic().equals("mw/v1/140921021337/calls")) {
        CallOut call = Messages.read(each.payload(), CallOut.class);
        if (call.card() != null) {
          found.add(call);
        }
      }
    }
    return found;
  }

  private Finding distress(String rule) {
    return new Finding(
        new FindingId("ae3b0dd7f7f1c0a54f2d6f0d9f1c2b3a"),
        0,
        FindingKind.OPENED,
        MINE,
        Subject.of(new CardId("card-1234567")),
        new ZoneId("face-0101"),
        null,
        "",
        Check.PEOPLE,
        rule,
        Severity.RED,
        START,
        START,
        START,
        START,
        null,
        Quality.GOOD,
        0,
        0,
        START,
        1,
        Map.of());
  }

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

  @Test
  void aCanaryThatDoesNotComeBackIsToldAndOneThatDoesIsNeverAnIncident() throws Exception {
    clock.move(Duration.ofSeconds(61));
    await()
        .until(
            () ->
                bus.published.stream()
                    .map(Outgoing::topic)
                    .anyMatch(
                        topic -> topic.equals("mw/v1/" + MineCode.CANARY + "/canary/readings")));
    clock.move(Duration.ofMinutes(3));
    await()
        .untilAsserted(
            () ->
                assertThat(api.get("regulator", "/api/platform").findValuesAsText("kind"))
                    .contains("CANARY"));
    assertThat(api.get("regulator", "/api/channels").at("/canary/seconds").asLong())
        .isGreaterThan(180);
    assertThat(api.get("regulator", "/api/mines").toString())
        .doesNotContain(MineCode.CANARY.value());
  }
}
