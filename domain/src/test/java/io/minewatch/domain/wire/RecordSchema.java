package io.minewatch.domain.wire;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedClassResolver;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.reading.MineCode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of a message of the bus, made of its record: the record is the schema,
 * this only says it in other words. What a field means comes from the record's Javadoc.
 */
final class RecordSchema {
  static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final JsonMapper mapper;
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  private RecordSchema(JsonMapper mapper) {
    this.mapper = mapper;
  }

  static ObjectNode of(Class<?> root, JsonMapper mapper) {
    RecordSchema making = new RecordSchema(mapper);
    ObjectNode reference = making.schema(root);
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", DIALECT);
    schema.put("title", root.getSimpleName());
    schema.setAll(reference);
    ObjectNode all = schema.putObject("$defs");
    making.definitions.forEach(all::set);
    return schema;
  }

  private ObjectNode schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    Class<?> raw = (Class<?>) type;
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (raw == String.class || raw.getName().startsWith("java.time.")) {
      return node.put("type", "string").setAll(format(raw));
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return node.put("type", "boolean");
    }
    if (raw == double.class || raw == Double.class || raw == float.class) {
      return node.put("type", "number");
    }
    if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
      return node.put("type", "integer");
    }
    if (raw.isArray()) {
      node.put("type", "array").set("items", schema(raw.getComponentType()));
      return node;
    }
    if (isWrittenAsText(raw)) {
      node.put("type", "string");
      return raw == MineCode.class ? node.put("pattern", "^[0-9A-Za-z]{9,20}$") : node;
    }
    String name = raw.getName().replaceAll(".*\\.", "").replace('$', '.');
    if (!definitions.containsKey(name)) {
      ObjectNode definition = JsonNodeFactory.instance.objectNode();
      definitions.put(name, definition);
      define(raw, definition);
    }
    return node.put("$ref", "#/$defs/" + name);
  }

  private static ObjectNode format(Class<?> raw) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (raw == Instant.class) {
      node.put("format", "date-time");
    } else if (raw == Duration.class) {
      // Not the format "duration": RFC 3339 has no part of a second.
      node.put("pattern", "^P[-0-9.DTHMS]+$");
    }
    return node;
  }

  private ObjectNode ofGeneric(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Type[] of = generic.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      node.put("type", "array").set("items", schema(of[0]));
    } else if (Map.class.isAssignableFrom(raw)) {
      node.put("type", "object").set("additionalProperties", schema(of[1]));
    } else {
      throw new IllegalArgumentException("no schema for " + generic);
    }
    return node;
  }

  private void define(Class<?> raw, ObjectNode definition) {
    RecordDocs docs = RecordDocs.of(raw);
    if (!docs.text().isEmpty()) {
      definition.put("description", docs.text());
    }
    if (raw.isEnum()) {
      ArrayNode constants = definition.put("type", "string").putArray("enum");
      for (Object constant : raw.getEnumConstants()) {
        constants.add(((Enum<?>) constant).name());
      }
    } else if (raw.isRecord()) {
      defineRecord(raw, docs, definition);
    } else if (raw.isSealed()) {
      defineKinds(raw, definition);
    } else {
      throw new IllegalArgumentException("no schema for " + raw);
    }
  }

  private void defineRecord(Class<?> raw, RecordDocs docs, ObjectNode definition) {
    definition.put("type", "object");
    ObjectNode properties = definition.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (RecordComponent component : raw.getRecordComponents()) {
      ObjectNode property = schema(component.getGenericType());
      String meaning = docs.fields().get(component.getName());
      if (meaning != null) {
        property.put("description", meaning);
      }
      properties.set(component.getName(), property);
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    if (!required.isEmpty()) {
      definition.set("required", required);
    }
  }

  /** A sealed type: which of its records it is, a field of its own says. */
  private void defineKinds(Class<?> raw, ObjectNode definition) {
    var config = mapper.getSerializationConfig();
    AnnotatedClass annotated =
        AnnotatedClassResolver.resolve(config, config.constructType(raw), config);
    JsonTypeInfo info = annotated.getAnnotation(JsonTypeInfo.class);
    if (info == null) {
      throw new IllegalArgumentException("nothing says which " + raw + " it is");
    }
    ArrayNode kinds = definition.putArray("oneOf");
    List<NamedType> named =
        mapper.getSubtypeResolver().collectAndResolveSubtypesByClass(config, annotated).stream()
            .filter(NamedType::hasName)
            .filter(type -> type.getType() != raw)
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .toList();
    for (NamedType type : named) {
      ObjectNode kind = schema(type.getType());
      kind.putObject("properties").putObject(info.property()).put("const", type.getName());
      kind.putArray("required").add(info.property());
      kinds.add(kind);
    }
  }

  /** A name, or a text that has a type of its own: {@link Messages} writes it itself. */
  private boolean isWrittenAsText(Class<?> raw) {
    try {
      return mapper
          .getSerializerProviderInstance()
          .findValueSerializer(raw)
          .getClass()
          .getName()
          .startsWith(Messages.class.getName());
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException("no schema for " + raw, e);
    }
  }
}
