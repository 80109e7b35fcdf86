package io.minewatch.e2e.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.minewatch.e2e.compose.Yamls;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The schemas of what Kubernetes takes: those of fabric8's models, which are made of Kubernetes'
 * own types, and the CustomResourceDefinition of the Flink operator. Made stricter in one way: a
 * field that no schema names is refused, which a cluster would let go without a word.
 */
final class Schemas {
  private static final String MODELS = "schema/validation-schema.json";
  private static final String FLINK = "META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  /** Texts or numbers on the wire, objects in the models. */
  private static final List<String> SCALARS =
      List.of("resource_Quantity", "intstr_IntOrString", "meta_v1_Time", "MicroTime", "FieldsV1");

  private final ObjectMapper json = new ObjectMapper();
  private final List<JsonNode> models = new ArrayList<>();
  private final Map<String, JsonSchema> made = new HashMap<>();
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);

  Schemas() throws IOException {
    for (URL jar : Collections.list(Schemas.class.getClassLoader().getResources(MODELS))) {
      try (InputStream in = jar.openStream()) {
        models.add(json.readTree(in));
      }
    }
  }

  /** What is wrong with a manifest; empty if nothing is. */
  List<String> problems(JsonNode manifest) throws IOException {
    String kind = manifest.path("apiVersion").asText() + " " + manifest.path("kind").asText();
    JsonSchema schema = made.get(kind);
    if (schema == null) {
      schema = factory.getSchema(schema(kind));
      made.put(kind, schema);
    }
    return schema.validate(manifest).stream().map(Object::toString).toList();
  }

  private JsonNode schema(String kind) throws IOException {
    return kind.equals("flink.apache.org/v1beta1 FlinkDeployment") ? flink() : model(kind);
  }

  private JsonNode model(String kind) {
    String version = kind.substring(0, kind.indexOf(' '));
    String name = kind.substring(kind.indexOf(' ') + 1);
    for (JsonNode each : models) {
      List<JsonNode> candidates = new ArrayList<>();
      candidates.add(each.path("resources").path(name.toLowerCase(Locale.ROOT)));
      each.path("definitions")
          .properties()
          .forEach(
              one -> {
                if (one.getKey().endsWith("_" + name)) {
                  candidates.add(one.getValue()); // of a kind that there is in two versions
                }
              });
      for (JsonNode found : candidates) {
        if (found.path("properties").path("apiVersion").path("default").asText().equals(version)) {
          return model(found, each.path("definitions"));
        }
      }
    }
    throw new IllegalArgumentException("no schema of " + kind);
  }

  private static JsonNode model(JsonNode found, JsonNode words) {
    ObjectNode schema = found.deepCopy();
    ObjectNode definitions = words.deepCopy();
    schema.set("definitions", definitions);
    definitions.properties().forEach(word -> scalar(word.getKey(), (ObjectNode) word.getValue()));
    strict(schema);
    return schema.put("$schema", DRAFT);
  }

  private static void scalar(String name, ObjectNode definition) {
    if (SCALARS.stream().anyMatch(name::endsWith)) {
      definition.removeAll();
      definition.putArray("type").add("string").add("number");
    }
  }

  private JsonNode flink() throws IOException {
    try (InputStream in = Schemas.class.getClassLoader().getResourceAsStream(FLINK)) {
      if (in == null) {
        throw new IOException(FLINK + " is not on the class path");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      JsonNode crd = json.valueToTree(Yamls.all(text).get(0));
      ObjectNode schema =
          crd.path("spec")
              .path("versions")
              .path(0)
              .path("schema")
              .path("openAPIV3Schema")
              .deepCopy();
      ObjectNode properties = (ObjectNode) schema.get("properties");
      properties.putObject("apiVersion").put("type", "string");
      properties.putObject("kind").put("type", "string");
      properties.putObject("metadata").put("type", "object");
      // The newest operator that can be fetched as a library is older than our Flink.
      ((ObjectNode) properties.path("spec").path("properties").path("flinkVersion")).remove("enum");
      strict(schema);
      return schema.put("$schema", DRAFT);
    }
  }

  /** Fields that are not named are refused; draft 3's word for what is needed becomes draft 7's. */
  private static void strict(JsonNode at) {
    if (at instanceof ObjectNode schema) {
      JsonNode properties = schema.get("properties");
      if (properties instanceof ObjectNode named && !named.isEmpty()) {
        JsonNode more = schema.get("additionalProperties");
        if (more == null || more.isBoolean()) {
          schema.put("additionalProperties", false);
        }
        ArrayNode needed = schema.arrayNode();
        named
            .properties()
            .forEach(
                each -> {
                  if (each.getValue().path("required").asBoolean(false)) {
                    needed.add(each.getKey());
                  }
                });
        named.forEach(Schemas::dropOldWord);
        if (!needed.isEmpty()) {
          schema.set("required", needed);
        }
      }
    }
    at.forEach(Schemas::strict);
  }

  private static void dropOldWord(JsonNode property) {
    if (property instanceof ObjectNode schema && schema.path("required").isBoolean()) {
      schema.remove("required");
    }
  }
}
