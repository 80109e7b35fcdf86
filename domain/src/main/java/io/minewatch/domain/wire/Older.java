package io.minewatch.domain.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Messages as they were written before: journals, evidence packs and retained messages hold them
 * for years. Each change of a record that old messages do not fit stands here, with a sample that a
 * test reads.
 */
final class Older {
  private static final String LIMITS = "limits";
  private static final String SILENCE = "silence";

  private Older() {}

  /** A finding was always about a point. */
  interface OfFinding {
    @JsonAlias("point")
    Subject subject();
  }

  /** A point knew only limit rules. */
  interface OfPoint {
    @JsonAlias(LIMITS)
    List<String> rules();
  }

  /**
   * The payload as the record of today reads it; the same bytes when it is not an older one. In an
   * older plan, limits and silence stand beside each other.
   */
  static byte[] brought(byte[] payload, Class<?> type, JsonMapper mapper) throws IOException {
    if (type != Plan.class
        || !new String(payload, StandardCharsets.UTF_8).contains("\"" + SILENCE + "\"")) {
      return payload;
    }
    return mapper.readTree(payload) instanceof ObjectNode plan && plan.has(SILENCE)
        ? mapper.writeValueAsBytes(plan(plan))
        : payload;
  }

  private static ObjectNode plan(ObjectNode plan) {
    ArrayNode rules = plan.putArray("rules");
    for (JsonNode limit : plan.path(LIMITS)) {
      rules.add(ofKind(limit, "LIMIT"));
    }
    rules.add(ofKind(plan.path(SILENCE), "SILENCE"));
    plan.remove(List.of(LIMITS, SILENCE));
    return plan;
  }

  private static JsonNode ofKind(JsonNode rule, String kind) {
    return rule instanceof ObjectNode object ? object.put("kind", kind) : rule;
  }
}
