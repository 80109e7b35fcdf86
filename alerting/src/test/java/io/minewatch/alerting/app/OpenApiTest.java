package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.minewatch.alerting.access.Access;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The OpenAPI document against the endpoints, their answers, and the page of the docs. */
class OpenApiTest extends Timeline {
  private static final Path PAGE = Path.of("../docs/openapi.json");

  @Test
  void describesEveryEndpointAndWhatItAnswersAsItIs() throws Exception {
    JsonNode document = api.get("regulator", "/api/openapi.json");
    Set<String> described = new TreeSet<>();
    document
        .at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(
                                method.toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.getKey().replaceAll("\\{[^}]*}", "*"))));
    Set<String> open = new TreeSet<>(Access.rows());
    open.removeIf(row -> row.contains(" /actuator"));
    assertThat(described).isEqualTo(open);
    document
        .findValuesAsText("$ref")
        .forEach(ref -> assertThat(document.at(ref.substring(1)).isMissingNode()).isFalse());

    for (String path : new String[] {"/api/calls/receipts", "/api/calls/texts"}) {
      JsonNode post = document.at("/paths").get(path).at("/post");
      assertThat(post.at("/parameters/0/in").asText()).as(path).isEqualTo("header");
      assertThat(post.at("/parameters/0/required").asBoolean()).as(path).isTrue();
      JsonNode body = post.at("/requestBody/content").at("/application~1json/schema/$ref");
      assertThat(body.asText()).as(path).isNotEmpty();
      assertThat(post.at("/requestBody/required").asBoolean()).as(path).isTrue();
    }

    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    for (String path :
        new String[] {
          "/api/mines",
          "/api/mines/{mine}",
          "/api/mines/{mine}/duty",
          "/api/mines/{mine}/registry",
          "/api/incidents",
          "/api/incidents/{id}",
          "/api/incidents/{id}/findings",
          "/api/incidents/{id}/calls",
          "/api/archive",
          "/api/shifts/now",
          "/api/mines/{mine}/guidance",
          "/api/channels",
          "/api/platform",
          "/api/ledger",
          "/api/counters",
          "/api/alarm-load",
          "/api/drills",
          "/api/exceptions",
          "/api/me"
        }) {
      JsonNode answer =
          api.get("regulator", path.replace("{mine}", MINE.value()).replace("{id}", ID));
      JsonNode schema =
          document
              .at("/paths")
              .get(path)
              .at("/get/responses/2XX/content")
              .at("/application~1json/schema");
      assertThat(schema.isMissingNode()).as(path).isFalse();
      holds(document, schema, answer, path);
    }
    everyGetHasATagAndKnowsIt(document);
    anActMaySayWhatWasSeen();
    soMayAChangeOfAnAccount();
    page(document);
  }

  /**
   * Streams do not end and a download is made for the moment; all else has a tag, whatever it
   * shows.
   */
  private void everyGetHasATagAndKnowsIt(JsonNode document) throws Exception {
    int same = 0;
    int tagged = 0;
    for (Map.Entry<String, JsonNode> each : document.at("/paths").properties()) {
      String path = each.getKey();
      if (!each.getValue().has("get") || path.equals("/api/stream")) {
        continue;
      }
      String of = path.replace("{mine}", MINE.value()).replace("{version}", "1");
      HttpResponse<String> answer = get(of.replaceAll("\\{[^}]*}", ID), "");
      if (answer.statusCode() != 200) {
        continue; // needs more than a path; a refusal has no tag
      }
      if (path.endsWith("/evidence") || path.matches(".*[.](csv|xlsx)")) {
        assertThat(answer.headers().firstValue("ETag")).as(path).isEmpty();
        continue;
      }
      String tag = answer.headers().firstValue("ETag").orElse("none");
      assertThat(tag).as(path).matches("\"[0-9a-f-]+\"");
      HttpResponse<String> again = get(of.replaceAll("\\{[^}]*}", ID), "\"x\", W/" + tag);
      assertThat(again.statusCode()).as(path).isIn(200, 304);
      assertThat(again.statusCode() == 304).as(path).isEqualTo(again.body().isEmpty());
      same += again.statusCode() == 304 ? 1 : 0;
      tagged++;
    }
    assertThat(tagged).isGreaterThan(25);
    assertThat(same).as("the clock stands, so what is shown does").isGreaterThan(tagged - 4);
  }

  private HttpResponse<String> get(String path, String noneMatch) throws Exception {
    return api.send("administrator", "GET", path, null, "If-None-Match", noneMatch);
  }

  private void soMayAChangeOfAnAccount() throws Exception {
    String path = "/api/accounts/newcomer";
    String body = "{\"role\":\"REGULATOR\",\"scope\":\"14\",\"password\":\"long-enough-1\"}";
    HttpResponse<String> none = api.send("administrator", "PUT", path, body, "If-Match", "*");
    assertThat(none.statusCode()).as("there is none yet").isEqualTo(412);
    HttpResponse<String> made = api.send("administrator", "PUT", path, body);
    String tag = "\"" + Api.JSON.readTree(made.body()).at("/tag").asText() + "\"";
    String other = body.replace("REGULATOR", "DISPATCHER");
    HttpResponse<String> first = api.send("administrator", "PUT", path, other, "If-Match", tag);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(api.send("administrator", "PUT", path, body, "If-Match", tag).statusCode())
        .as("the other was first")
        .isEqualTo(412);
    assertThat(api.send("administrator", "DELETE", path, null, "If-Match", tag).statusCode())
        .isEqualTo(412);
    assertThat(api.send("administrator", "DELETE", path, null).statusCode()).isEqualTo(204);
  }

  private void anActMaySayWhatWasSeen() throws Exception {
    String path = "/api/incidents/" + ID;
    String acts = path + "/acts";
    String seen = get(path, "").headers().firstValue("ETag").orElseThrow();
    String mark = "{\"act\":\"RESPOND\",\"version\":0,\"measures\":\"检查风机\"}";
    assertThat(api.send("dispatcher", "POST", acts, mark, "If-Match", "\"0-0\"").statusCode())
        .isEqualTo(412);
    long version = api.get("regulator", path).at("/version").asLong();
    String known = "{\"act\":\"ACKNOWLEDGE\",\"version\":%d}".formatted(version);
    assertThat(api.send("leader", "POST", acts, known, "If-Match", seen).statusCode())
        .isEqualTo(200);
    HttpResponse<String> stale = api.send("leader", "POST", acts, mark, "If-Match", seen);
    assertThat(stale.statusCode()).as("it was acknowledged since").isEqualTo(412);
    assertThat(Api.JSON.readTree(stale.body()).at("/words").asText()).contains("已有变化");
    String order =
        "{\"act\":\"ORDER\",\"version\":0,\"zones\":[\"face-0101\"],\"grade\":\"SURFACE\",\"reason\":\"%s\",\"text\":\"撤\"}"
            .formatted(io.minewatch.domain.withdrawal.Reason.FLOOD_WEATHER);
    assertThat(api.send("dispatcher", "POST", acts, order, "If-Match", seen).statusCode())
        .as("an order to withdraw is never refused because a page is behind")
        .isEqualTo(200);
  }

  /** A small reader of the schemas that we write. */
  private static void holds(JsonNode document, JsonNode schema, JsonNode value, String where) {
    if (schema.has("$ref")) {
      holds(document, document.at(schema.get("$ref").asText().substring(1)), value, where);
    } else if (schema.has("anyOf")) {
      if (!value.isNull()) {
        holds(document, schema.at("/anyOf/0"), value, where);
      }
    } else if (schema.has("type")) {
      String type = schema.get("type").asText();
      boolean fits =
          switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber() || value.isTextual(); // NaN is a text
            case "boolean" -> value.isBoolean();
            default -> false;
          };
      assertThat(fits).as(where + " is " + type + ", was " + value.getNodeType()).isTrue();
      if (value.isArray()) {
        value.forEach(each -> holds(document, schema.get("items"), each, where + "[]"));
      }
      if (value.isObject() && schema.has("properties")) {
        schema
            .at("/required")
            .forEach(name -> assertThat(value.has(name.asText())).as(where + "." + name).isTrue());
        value
            .properties()
            .forEach(
                property -> {
                  JsonNode each = schema.at("/properties").get(property.getKey());
                  assertThat(each).as(where + "." + property.getKey()).isNotNull();
                  holds(document, each, property.getValue(), where + "." + property.getKey());
                });
      }
    }
  }

  private static void page(JsonNode document) throws Exception {
    if (Boolean.getBoolean("minewatch.write-docs")) {
      // In the order of the names, so that a change shows as what it is.
      String text =
          Api.JSON
              .writerWithDefaultPrettyPrinter()
              .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writeValueAsString(Api.JSON.treeToValue(document, Object.class));
      Files.writeString(PAGE, text + "\n");
    }
    assertThat(Api.JSON.readTree(Files.readString(PAGE)))
        .as("docs/openapi.json; -Dminewatch.write-docs=true writes it anew")
        .isEqualTo(document);
  }
}
