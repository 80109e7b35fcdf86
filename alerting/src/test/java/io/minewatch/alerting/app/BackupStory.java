package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A service with an incident, and the program that backs it up and restores it. */
abstract class BackupStory extends Timeline {
  static final String REGISTRY = "/api/mines/" + MINE + "/registry";

  final Recorded.Told backup(String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code = BackupMain.run(args, Map.of("MINEWATCH_HOME", folder.toString()), out, clock);
    return new Recorded.Told(code, bytes.toString(StandardCharsets.UTF_8));
  }

  static String database(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("alerting.db");
  }

  final void limit(long base, int people) throws Exception {
    ObjectNode document = (ObjectNode) api.get("leader", REGISTRY).get("document");
    for (JsonNode zone : document.get("zones")) {
      if (zone.get("id").asText().equals("face-0101")) {
        ((ObjectNode) zone).put("peopleLimit", people);
      }
    }
    ObjectNode body = Api.JSON.createObjectNode().put("why", "收紧");
    body.set("document", document);
    String login = "leader:pw-leader";
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + REGISTRY))
                    .header("Content-Type", "application/json")
                    .header("If-Match", "\"" + base + "\"")
                    .header(
                        "Authorization",
                        "Basic "
                            + Base64.getEncoder()
                                .encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                    .PUT(BodyPublishers.ofString(body.toString()))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  final List<String> calls() throws Exception {
    return incident().at("/calls").findValuesAsText("id");
  }
}
