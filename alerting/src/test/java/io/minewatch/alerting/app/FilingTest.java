package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definition files as a mine's system writes them, up to a registry that a person confirmed. */
class FilingTest {
  private static final String MINE = "140921021337";
  private static final String LEADER =
      "Basic "
          + Base64.getEncoder().encodeToString("leader:pw-leader".getBytes(StandardCharsets.UTF_8));
  private static final String PATH = "/api/mines/" + MINE + "/registry";

  @TempDir Path folder;
  private AlertingService service;
  private Api api;

  @BeforeEach
  void start() {
    MovedClock clock = new MovedClock(Instant.parse("2026-01-01T00:00:02Z"));
    service = Running.start(folder, clock, new MemoryBus());
    api = new Api(service.port());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void pointsOfAFileInGbkComeWithADiffAndStricterThresholdsBecomeTheMinesOwn() throws Exception {
    String record = "T1-0101;01;F1;环境瓦斯;MN;%;;;0.8;;;;;;;;;;工作面;1;2;3;;2026-01-01 07:00:00";
    HttpResponse<String> answer = send("CDDY", record, Charset.forName("GBK"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode change = Api.JSON.readTree(answer.body());
    assertThat(change.at("/origin").asText()).isEqualTo("DEFINITION");
    assertThat(change.at("/problems")).isEmpty();
    assertThat(change.at("/lowered")).isEmpty();
    assertThat(change.get("diff").findValuesAsText("path"))
        .contains("points/T1-0101/name", "points/T1-0101/thresholds/upperAlarm")
        .contains("own/T1-0101 cn-coal-2025:536-2");
    String id = change.at("/id").asText();
    assertThat(decide("regulator", id, "ALLOW").statusCode()).isEqualTo(403);

    HttpResponse<String> confirmed = decide("leader", id, "ALLOW");

    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    JsonNode plan = api.get("leader", "/api/mines/" + MINE).get("plan");
    assertThat(plan.toString()).contains("cn-coal-2025:536-2.T1-0101").contains("工作面");
    assertThat(api.get("leader", PATH).at("/version/by").asText()).isEqualTo("leader");
    assertThat(send("CDDY", record, StandardCharsets.UTF_8).statusCode()).isEqualTo(204);
  }

  @Test
  void aLooserThresholdChangesNoLimitForTheLawHolds() throws Exception {
    String record = "T1-0101;01;F1;环境瓦斯;MN;%;;;1.9;;;;;;;;;;工作面;1;2;3;;2026-01-01 07:00:00";
    JsonNode change = Api.JSON.readTree(send("CDDY", record, StandardCharsets.UTF_8).body());
    assertThat(change.get("diff").findValuesAsText("path"))
        .contains("points/T1-0101/thresholds/upperAlarm")
        .noneMatch(path -> path.startsWith("own"));
  }

  /** 8000 ppm are 0.8 %: a little stricter than the law, not ten thousand times looser. */
  @Test
  void aThresholdIsComparedInTheUnitOfTheRule() throws Exception {
    String record = "T1-0101;01;F1;环境瓦斯;MN;ppm;;;8000;;;;;;;;;;工作面;1;2;3;;2026-01-01 07:00:00";
    JsonNode change = Api.JSON.readTree(send("CDDY", record, StandardCharsets.UTF_8).body());
    String id = change.at("/id").asText();
    assertThat(decide("leader", id, "ALLOW").statusCode()).isEqualTo(200);

    JsonNode own = api.get("leader", PATH).at("/document/own");
    assertThat(own).anySatisfy(row -> assertThat(row.get("alarm").asDouble()).isEqualTo(0.8));

    String lawful = record.replace("8000", "10000");
    JsonNode other = Api.JSON.readTree(send("CDDY", lawful, StandardCharsets.UTF_8).body());
    assertThat(other.get("diff").findValuesAsText("path"))
        .noneMatch(path -> path.startsWith("own"));
  }

  @Test
  void anOlderFileReplacesNothingOfANewerOne() throws Exception {
    String record = "T1-0101;01;F1;环境瓦斯;MN;%;;;0.8;;;;;;;;;;工作面;1;2;3;;2026-01-01 07:00:00";
    String older = "_20251231080000.txt";
    JsonNode proposed = Api.JSON.readTree(send("CDDY", record, StandardCharsets.UTF_8).body());
    // Confirmed is what counts: a file that waits stands in no other's way.
    assertThat(send("CDDY" + older, record.replace("0.8", "0.7")).statusCode()).isEqualTo(202);
    assertThat(decide("leader", proposed.at("/id").asText(), "ALLOW").statusCode()).isEqualTo(200);

    HttpResponse<String> late = send("CDDY" + older, record.replace("0.8", "0.7"));

    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("older than " + MINE + "_CDDY_20260101080000.txt");
    String people = "c-00017;测试甲;采煤工;;综采队;1990-01-01;;0;1";
    assertThat(send("RYXX" + older, people).statusCode()).isEqualTo(202);
  }

  /** A clock that was a day ahead made it: for that day it must keep no right file out. */
  @Test
  void aFileThatIsStillToBeMadeIsOlderThanNone() throws Exception {
    String record = "T1-0101;01;F1;环境瓦斯;MN;%;;;0.8;;;;;;;;;;工作面;1;2;3;;2026-01-01 07:00:00";
    HttpResponse<String> ahead = send("CDDY_20260102080000.txt", record);
    String id = Api.JSON.readTree(ahead.body()).at("/id").asText();
    assertThat(decide("leader", id, "ALLOW").statusCode()).isEqualTo(200);

    HttpResponse<String> right = send("CDDY_20260101080000.txt", record.replace("0.8", "0.7"));

    assertThat(right.statusCode()).as(right.body()).isEqualTo(202);
    String older = MINE + ";示范煤矿;2026-01-01 09:00:00~" + record.replace("0.8", "0.6") + "~||";
    assertThat(post(MINE + "_CDDY_20260101090000.txt", older.getBytes(StandardCharsets.UTF_8)))
        .as("by a clock that is ahead itself")
        .returns(422, HttpResponse::statusCode);
  }

  @Test
  void aCardThatAFileLeavesOutDoesNotTakeThePersonWithIt() throws Exception {
    String first = "c-00017;测试甲;采煤工;;综采队;1990-01-01;;0;1";
    String id =
        Api.JSON.readTree(send("RYXX", first, StandardCharsets.UTF_8).body()).at("/id").asText();
    assertThat(decide("leader", id, "ALLOW").statusCode()).isEqualTo(200);
    ObjectNode document = (ObjectNode) api.get("leader", PATH).get("document");
    int place = document.get("people").size() - 1;
    ((ArrayNode) document.at("/people/" + place + "/cards")).add("c-00018");
    String body = Api.JSON.writeValueAsString(Map.of("document", document, "why", "第二张卡"));
    HttpResponse<String> edited = edit(body);
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);

    String again =
        Api.JSON.readTree(send("RYXX", first, StandardCharsets.UTF_8).body()).at("/id").asText();
    assertThat(decide("leader", again, "ALLOW").statusCode()).isEqualTo(200);

    assertThat(api.get("leader", PATH).at("/document/people/" + place + "/cards").toString())
        .isEqualTo("[\"c-00017\"]");
    assertThat(api.get("leader", PATH).at("/document/people/" + place + "/name").asText())
        .isEqualTo("测试甲");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsReadWhole() throws Exception {
    assertThat(send("CDDY", "x".repeat(5 << 20), StandardCharsets.UTF_8).statusCode())
        .isEqualTo(413);
  }

  @Test
  void aZoneThatGetsMorePeopleNeedsTheSecondPersonAfterTheFirstHasConfirmed() throws Exception {
    HttpResponse<String> answer =
        send("RYQY", "采煤工作面;face-0101;30;0101采煤工作面", Charset.forName("GBK"));
    JsonNode change = Api.JSON.readTree(answer.body());
    assertThat(change.at("/lowered/0/chinese").asText()).isEqualTo("区域 face-0101 的定员由 16 改为 30");

    HttpResponse<String> confirmed = decide("leader", change.at("/id").asText(), "ALLOW");

    assertThat(confirmed.statusCode()).isEqualTo(202);
    String pending = Api.JSON.readTree(confirmed.body()).at("/id").asText();
    assertThat(decide("leader", pending, "ALLOW").statusCode()).isEqualTo(409);
    assertThat(decide("administrator", pending, "ALLOW").statusCode()).isEqualTo(200);
    assertThat(api.get("leader", PATH).toString()).contains("\"type\":\"采煤工作面\"");
  }

  @Test
  void peopleAreFilledAndANewPointWaitsForWhatNoFileSays() throws Exception {
    HttpResponse<String> people =
        send("RYXX", "c-00017;测试甲;采煤工;;综采队;1990-01-01;;0;1", Charset.forName("GBK"));
    String id = Api.JSON.readTree(people.body()).at("/id").asText();
    assertThat(decide("leader", id, "ALLOW").statusCode()).isEqualTo(200);
    assertThat(api.get("leader", PATH).at("/document/people/0/name").asText()).isEqualTo("测试甲");
    assertThat(api.get("regulator", PATH).toString()).doesNotContain("测试甲", "c-00017");

    String record = "T9-0101;01;F1;环境瓦斯;MN;%;;;;;;;;;;;;;新测点;1;2;3;;2026-01-01 07:00:00";
    JsonNode change = Api.JSON.readTree(send("CDDY", record, StandardCharsets.UTF_8).body());
    assertThat(change.get("problems").toString())
        .contains("row T9-0101: a methane point needs a location class")
        .contains("row T9-0101: zone is missing");
    String carbon = record.replace("T9-0101", "CO9").replace("环境瓦斯;MN;%", "一氧化碳;MN;ppm");
    assertThat(
            Api.JSON
                .readTree(send("CDDY", carbon, StandardCharsets.UTF_8).body())
                .get("problems")
                .toString())
        .contains("row CO9: a point of carbon monoxide needs a location class");
    HttpResponse<String> early = decide("leader", change.at("/id").asText(), "ALLOW");
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(decide("leader", change.at("/id").asText(), "REFUSE").statusCode()).isEqualTo(204);
    assertThat(send("CDSS", "x", StandardCharsets.UTF_8).statusCode()).isEqualTo(422);
  }

  private HttpResponse<String> edit(String body) throws Exception {
    String held = api.send("leader", "GET", PATH, null).headers().firstValue("ETag").orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + PATH))
            .header("Content-Type", "application/json")
            .header("If-Match", held)
            .header("Authorization", LEADER)
            .PUT(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> decide(String user, String id, String decision) throws Exception {
    String body = "{\"decision\":\"%s\",\"reason\":\"按文件\"}".formatted(decision);
    return api.send(user, "POST", PATH + "/changes/" + id, body);
  }

  private HttpResponse<String> send(String type, String record, Charset charset) throws Exception {
    String text = MINE + ";示范煤矿;2026-01-01 08:00:00~" + record + "~||";
    return post(MINE + "_" + type + "_20260101080000.txt", text.getBytes(charset));
  }

  /** The same by the rest of its name. */
  private HttpResponse<String> send(String rest, String record) throws Exception {
    String text = MINE + ";示范煤矿;2025-12-31 08:00:00~" + record + "~||";
    return post(MINE + "_" + rest, text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(String name, byte[] bytes) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + service.port() + PATH + "/files?name=" + name))
            .header("Content-Type", "application/octet-stream")
            .header("Authorization", LEADER)
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
