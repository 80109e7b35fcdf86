package io.minewatch.bench.nation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.bench.process.Programs;
import io.minewatch.bench.script.PointKind;
import io.minewatch.bench.script.Rulebook;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Node-RED beside the product at the same broker, in the same run: a flow of three nodes that hears
 * the same messages, judges them in a function node, and writes what it finds to a file.
 */
final class NodeRed {
  /** The name of its part. */
  static final String NAME = "node-red";

  private static final String RESOURCES = "/peers/node-red/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  NodeRed(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes its files.
   *
   * @param installed the folder in which npm has installed it
   * @param password of the observer at the broker
   */
  Programs.Program program(Path installed, int brokerPort, String password) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("settings.js"), resource("settings.js"));
    String flows =
        resource("flows.json")
            .replace("\"@limits.js@\"", JSON.writeValueAsString(resource("limits.js")))
            .replace("@alarms@", PeerAlarms.file(folder).toString())
            .replace("${BENCH_BROKER_PORT}", Integer.toString(brokerPort));
    Files.writeString(folder.resolve("flows.json"), flows);
    Files.writeString(
        folder.resolve("flows_cred.json"),
        JSON.writeValueAsString(
            Map.of("broker", Map.of("user", "observer", "password", password))));
    Files.writeString(folder.resolve("rules.json"), rules());
    Files.writeString(PeerAlarms.file(folder), "");
    Path main = installed.resolve("node_modules/node-red/red.js");
    return new Programs.Program(
        NAME, List.of("node", main.toString(), "--userDir", folder.toString()), Map.of());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NodeRed.class.getResourceAsStream(RESOURCES + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The rules by what the names of points begin with; those of the low side negated. */
  private static String rules() {
    Map<String, LimitRule> byId = byId();
    ObjectNode all = JSON.createObjectNode();
    for (PointKind kind : PointKind.values()) {
      ArrayNode rows = all.putArray(kind.prefix());
      for (String id : kind.rules()) {
        LimitRule rule = Objects.requireNonNull(byId.get(id));
        int sign = rule.side() == Side.HIGH ? 1 : -1;
        ObjectNode row = rows.addObject().put("id", id).put("sign", sign);
        row.put("first", sign * rule.steps().get(0).at());
        row.put("second", rule.steps().size() > 1 ? sign * rule.steps().get(1).at() : 1e300);
        row.put("restore", sign * rule.restore());
        row.put("hold", rule.clearAfter().toMillis());
      }
    }
    return all.toString();
  }

  private static Map<String, LimitRule> byId() {
    return Rulebook.rulesOfARegistry().stream()
        .collect(Collectors.toMap(LimitRule::id, Function.identity()));
  }
}
