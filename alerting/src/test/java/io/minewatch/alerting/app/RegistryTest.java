package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.plan.Plan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry over its API, on the real service and a real SQLite file. */
class RegistryTest {
  private static final String MINE = "140921021337";
  private static final String PATH = "/api/mines/" + MINE + "/registry";

  @TempDir Path folder;
  private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final MemoryBus bus = new MemoryBus();
  private AlertingService service;
  private Api api;

  @BeforeEach
  void start() throws Exception {
    restart();
  }

  private void restart() throws Exception {
    if (service != null) {
      service.close();
    }
    service = Running.startTwoMines(folder, clock, bus);
    api = new Api(service.port());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aStricterValueHoldsAtOnceAndTheMinesPlanIsPublishedWithItsTime() throws Exception {
    ObjectNode document = document();
    clock.move(Duration.ofMinutes(5));
    zone(document, "face-0101").put("peopleLimit", 12);

    HttpResponse<String> answer = put("leader", "\"1\"", document, "多人作业收紧");

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
  void aMineThatNewerPacksMakeUnsoundHoldsNoStartUpAndIsMendedByItsFile() throws Exception {
    await().untilAsserted(() -> assertThat(published()).isNotNull());
    service.close();
    bus.published.clear();

    startUnsound();

    assertThat(troubled("regulator")).containsExactlyInAnyOrder(Running.OTHER_MINE, MINE);
    assertThat(api.get("regulator", "/api/mines")).as("both go on").hasSize(2);
    await().untilAsserted(() -> assertThat(published().version()).isEqualTo(1));
    assertThat(api.get("leader", PATH).at("/version/version").asLong()).isEqualTo(1);

    service.close();
    Path file = folder.resolve("mines/a.yaml");
    Files.writeString(
        file,
        Files.readString(file).replace("location: heading-return", "location: heading-way-out"));
    startUnsound();
    assertThat(api.get("leader", PATH + "/changes").at("/0/state").asText())
        .as("another class of place is another set of limits: that takes a person")
        .isEqualTo("PENDING");
    String id = api.get("leader", PATH + "/changes").at("/0/id").asText();
    assertThat(decide("regulator", id, "ALLOW").statusCode()).isEqualTo(200);
    assertThat(troubled("regulator")).containsExactly(Running.OTHER_MINE);
    assertThat(api.get("leader", PATH).at("/version/version").asLong()).isEqualTo(2);
  }

  private void startUnsound() throws Exception {
    service = Running.startUnsound(folder, clock, bus);
    api = new Api(service.port());
  }

  private List<String> troubled(String user) throws Exception {
    List<String> mines = new ArrayList<>();
    for (JsonNode trouble : api.get(user, "/api/platform").at("/troubles")) {
      if (trouble.at("/kind").asText().equals("REGISTRY")) {
        trouble.at("/about").forEach(about -> mines.add(about.asText()));
      }
    }
    mines.sort(null);
    return mines;
  }

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

  @Test
  void aChangedMineFileIsAnEditByTheFileAndUndoesNoPersonsEditByItself() throws Exception {
    Path file = folder.resolve("mines/a.yaml");
    String text = Files.readString(file);
    service.close();
    Files.writeString(file, text.replace("peopleLimit: 16", "peopleLimit: 14"));
    service = null;
    startOnFolder();
    JsonNode version = api.get("leader", PATH).get("version");
    assertThat(version.at("/origin").asText()).isEqualTo("MINE_FILE");
    assertThat(version.at("/by").asText()).isEqualTo("file");
    assertThat(published().version()).isEqualTo(2);

    ObjectNode document = document();
    zone(document, "face-0101").put("peopleLimit", 10);
    assertThat(put("leader", "\"2\"", document, "人").statusCode()).isEqualTo(200);
    service.close();
    Files.writeString(file, text.replace("peopleLimit: 16", "peopleLimit: 13"));
    startOnFolder();
    assertThat(zone(document(), "face-0101").get("peopleLimit").asInt()).isEqualTo(10);
    JsonNode change = api.get("leader", PATH + "/changes").get(0);
    assertThat(change.at("/state").asText()).isEqualTo("PROPOSED");
    assertThat(change.at("/diff/0/after").asInt()).isEqualTo(13);
    String id = change.at("/id").asText();
    // It lowers what the person had set: confirming it is asking, a second person allows.
    HttpResponse<String> confirmed = decide("leader", id, "ALLOW");
    assertThat(confirmed.statusCode()).isEqualTo(202);
    String pending = Api.JSON.readTree(confirmed.body()).at("/id").asText();
    assertThat(decide("leader", pending, "ALLOW").statusCode()).isEqualTo(409);
    assertThat(decide("administrator", pending, "ALLOW").statusCode()).isEqualTo(200);
    assertThat(zone(document(), "face-0101").get("peopleLimit").asInt()).isEqualTo(13);
  }

  private void startOnFolder() {
    AlertingSettings one = Running.settings(folder);
    service =
        AlertingService.start(
            new AlertingSettings(
                one.database(),
                one.broker(),
                one.rules(),
                folder.resolve("mines"),
                AlertingSettings.Http.ANY_LOCAL,
                Running.PASSWORDS),
            clock,
            null,
            bus);
    api = new Api(service.port());
  }

  private ObjectNode document() throws Exception {
    return (ObjectNode) api.get("leader", PATH).get("document");
  }

  private static ObjectNode zone(JsonNode document, String id) {
    for (JsonNode zone : document.get("zones")) {
      if (zone.get("id").asText().equals(id)) {
        return (ObjectNode) zone;
      }
    }
    throw new AssertionError("no zone " + id);
  }

  private HttpResponse<String> put(String user, String match, JsonNode document, String why)
      throws Exception {
    return put(user, match, document, why, null);
  }

  private HttpResponse<String> put(
      String user, String match, JsonNode document, String why, String backTest) throws Exception {
    ObjectNode body = Api.JSON.createObjectNode().put("why", why).put("backTest", backTest);
    body.set("document", document);
    String pair = user + ":pw-" + user;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + PATH))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .PUT(BodyPublishers.ofString(body.toString()));
    if (match != null) {
      request.header("If-Match", match);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> decide(String user, String id, String decision) throws Exception {
    String body = "{\"decision\":\"%s\",\"reason\":\"because\"}".formatted(decision);
    return api.send(user, "POST", PATH + "/changes/" + id, body);
  }

  private Plan published() throws Exception {
    return bus.newest("mw/v1/" + MINE + "/plan", Plan.class);
  }
}
