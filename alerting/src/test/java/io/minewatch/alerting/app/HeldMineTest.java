package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.plan.Plan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mines that are held because packs have changed, and mines that go to another jurisdiction. */
class HeldMineTest {
  private static final String MINE = "140921021337";
  private static final String PATH = "/api/mines/" + MINE + "/registry";
  private static final String LONG = "a-password-of-the-test";
  private static final String ROSTER =
      """
      {"zone":"Asia/Shanghai","people":[{"id":"zhang","name":"张三丰","account":"","contacts":
         [{"kind":"SMS","address":"13812345678"}]}],
       "slots":[{"rung":1,"person":"zhang","standing":"DUTY","shift":"早班",
         "days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],
         "from":"00:00:00","until":"00:00:00","first":"2026-01-01"}]}
      """;

  @TempDir Path folder;
  private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final MemoryBus bus = new MemoryBus();
  private AlertingService service;
  private Api api;

  @BeforeEach
  void start() throws Exception {
    service = Running.startTwoMines(folder, clock, bus);
    api = new Api(service.port());
    await()
        .untilAsserted(
            () ->
                assertThat(bus.newest("mw/v1/" + MINE + "/plan", Plan.class))
                    .as("told")
                    .isNotNull());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void restartUnsound() throws Exception {
    service.close();
    service = Running.startUnsound(folder, clock, bus);
    api = new Api(service.port());
  }

  private HttpResponse<String> send(
      String pair, String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode get(String user, String path) throws Exception {
    return Api.JSON.readTree(send(user + ":" + LONG, "GET", path, "").body());
  }

  private void account(String name, String role, String scope) throws Exception {
    String body =
        "{\"role\":\"%s\",\"scope\":\"%s\",\"password\":\"%s\"}".formatted(role, scope, LONG);
    HttpResponse<String> made = api.send("administrator", "PUT", "/api/accounts/" + name, body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
  }

  private HttpResponse<String> edit(String version, JsonNode document) throws Exception {
    ObjectNode body = Api.JSON.createObjectNode().put("why", "because");
    body.set("document", document);
    return send(
        "leader:pw-leader",
        "PUT",
        PATH,
        body.toString(),
        "Content-Type",
        "application/json",
        "If-Match",
        version);
  }

  private ObjectNode document() throws Exception {
    return (ObjectNode) api.get("leader", PATH).get("document");
  }

  @Test
  void aMineThatIsHeldIsFoundByAWarningWhereItLies() throws Exception {
    ObjectNode document = document();
    document.putObject("place").put("latitude", 38.5).put("longitude", 112.5);
    assertThat(edit("\"1\"", document).statusCode()).isEqualTo(200);
    restartUnsound();
    assertThat(troubled(get("regulator:pw-regulator"))).contains(MINE);
    String warning =
        """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>w-1</identifier>
        <sender>met.example.org</sender><sent>2026-03-01T15:50:00+08:00</sent><status>Actual</status>
        <msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>暴雨</event>
        <urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
        <area><areaDesc>here</areaDesc>
        <polygon>38.0,112.0 38.0,113.0 39.0,113.0 39.0,112.0 38.0,112.0</polygon></area></info></alert>
        """;
    HttpResponse<String> ack =
        send(
            "regulator:pw-regulator",
            "POST",
            "/api/warnings",
            warning,
            "Content-Type",
            "application/cap+xml");
    assertThat(ack.body()).contains(MINE).doesNotContain(Running.OTHER_MINE);
  }

  private JsonNode get(String pair) throws Exception {
    return Api.JSON.readTree(send(pair, "GET", "/api/platform", "").body());
  }

  private static List<String> troubled(JsonNode platform) {
    return troubled(platform, "REGISTRY");
  }

  private static List<String> troubled(JsonNode platform, String kind) {
    List<String> mines = new ArrayList<>();
    for (JsonNode trouble : platform.at("/troubles")) {
      if (trouble.at("/kind").asText().equals(kind)) {
        trouble.at("/about").forEach(about -> mines.add(about.asText()));
      }
    }
    return mines;
  }

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
    service = Running.startWith(folder, clock, bus, HeldMineTest::looser);
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

  @Test
  void aMineThatNeverHadAPlanIsToldToThoseOfItsJurisdiction() throws Exception {
    account("north", "REGULATOR", "15");
    account("south", "REGULATOR", "14");
    service.close();
    String url = "jdbc:sqlite:" + folder.resolve("alerting.db");
    try (Connection db = DriverManager.getConnection(url)) {
      db.createStatement().execute("delete from plan where mine = '" + Running.OTHER_MINE + "'");
      db.createStatement()
          .execute("delete from outbox where topic like '%" + Running.OTHER_MINE + "%'");
    }
    service = Running.startUnsound(folder, clock, bus);
    api = new Api(service.port());
    assertThat(api.get("regulator", "/api/mines")).as("it can not be judged").hasSize(1);
    assertThat(troubled(get("administrator:pw-administrator"))).contains(Running.OTHER_MINE, MINE);
    assertThat(troubled(get("north:" + LONG))).containsExactly(Running.OTHER_MINE);
    assertThat(troubled(get("south:" + LONG))).containsExactly(MINE);
  }

  @Test
  void aMineThatGoesToAnotherJurisdictionTakesItsOwnStaffAndItsRosterAlong() throws Exception {
    String here = "14/1409/140921/" + MINE;
    account("own", "OPERATOR", here);
    account("county", "REGULATOR", "14/1409/140921");
    HttpResponse<String> saved =
        send(
            "own:" + LONG,
            "PUT",
            "/api/roster?scope=" + here,
            ROSTER,
            "Content-Type",
            "application/json",
            "If-None-Match",
            "*");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    ObjectNode document = document();
    document.putArray("jurisdiction").add("15").add("1501").add("150102");
    HttpResponse<String> asked = edit("\"1\"", document);
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    String id = Api.JSON.readTree(asked.body()).at("/id").asText();
    String allow = "{\"decision\":\"ALLOW\",\"reason\":\"because\"}";
    assertThat(api.send("administrator", "POST", PATH + "/changes/" + id, allow).statusCode())
        .isEqualTo(200);

    String there = "15/1501/150102/" + MINE;
    assertThat(get("own", "/api/mines")).hasSize(1);
    assertThat(get("own", "/api/me").at("/scope").asText()).isEqualTo(there);
    assertThat(get("county", "/api/mines")).isEmpty();
    assertThat(get("own", "/api/roster?scope=" + there).at("/people/0/name").asText())
        .isEqualTo("张三丰");
    clock.move(Duration.ofMinutes(11));
    assertThat(get("own", "/api/mines/" + MINE + "/duty").at("/gaps").toString())
        .doesNotContain("\"rung\":1,");
  }
}
