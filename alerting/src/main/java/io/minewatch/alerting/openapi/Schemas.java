package io.minewatch.alerting.openapi;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of the records that cross the API. A record is told once, under its name; what is no
 * record of ours and none of the known values may be anything.
 */
final class Schemas {
  private static final Map<Class<?>, Map<String, Object>> VALUES = values();

  private final Set<Class<?>> texts;
  private final Map<String, Map<String, Object>> named = new TreeMap<>();
  private final Map<Class<?>, String> names = new LinkedHashMap<>();

  /**
   * Starts with none.
   *
   * @param texts records that the API writes as plain text
   */
  Schemas(Set<Class<?>> texts) {
    this.texts = texts;
  }

  private static Map<Class<?>, Map<String, Object>> values() {
    Map<Class<?>, Map<String, Object>> all = new LinkedHashMap<>();
    all.put(String.class, Map.of("type", "string"));
    all.put(boolean.class, Map.of("type", "boolean"));
    all.put(Boolean.class, Map.of("type", "boolean"));
    for (Class<?> whole : List.of(int.class, Integer.class, long.class, Long.class)) {
      all.put(whole, Map.of("type", "integer"));
    }
    for (Class<?> number : List.of(double.class, Double.class, Number.class)) {
      all.put(number, Map.of("type", "number"));
    }
    all.put(Instant.class, Map.of("type", "string", "format", "date-time"));
    all.put(Duration.class, Map.of("type", "string", "format", "duration"));
    all.put(LocalDate.class, Map.of("type", "string", "format", "date"));
    all.put(LocalTime.class, Map.of("type", "string", "format", "time"));
    all.put(ZoneId.class, Map.of("type", "string"));
    all.put(URI.class, Map.of("type", "string", "format", "uri"));
    return all;
  }

  /** The schema of a type, or a reference to it. */
  Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType parts && parts.getRawType() instanceof Class<?> raw) {
      Type[] arguments = parts.getActualTypeArguments();
      if (Collection.class.isAssignableFrom(raw)) {
        return Map.of("type", "array", "items", of(arguments[0]));
      } else if (Map.class.isAssignableFrom(raw)) {
        return Map.of("type", "object", "additionalProperties", of(arguments[1]));
      }
      return of(raw);
    }
    return type instanceof Class<?> raw ? of(raw) : Map.of();
  }

  private Map<String, Object> of(Class<?> type) {
    Map<String, Object> value = VALUES.get(type);
    if (value != null) {
      return value;
    } else if (texts.contains(type)) {
      return Map.of("type", "string");
    } else if (type.isEnum()) {
      List<String> constants =
          Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
      return Map.of("type", "string", "enum", constants);
    } else if (type.isRecord()) {
      return Map.of("$ref", "#/components/schemas/" + name(type));
    }
    return Map.of();
  }

  private String name(Class<?> type) {
    String known = names.get(type);
    if (known != null) {
      return known;
    }
    String name = type.getSimpleName();
    Class<?> outer = type.getEnclosingClass();
    if (named.containsKey(name)) {
      name =
          (outer == null ? type.getPackageName().replaceAll(".*[.]", "") : outer.getSimpleName())
              + name;
    }
    names.put(type, name);
    named.put(name, Map.of()); // it may name itself
    named.put(name, record(type));
    return name;
  }

  private Map<String, Object> record(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Map<String, Object> schema = of(component.getGenericType());
      if (isNullable(component.getAnnotatedType())) {
        schema =
            schema.isEmpty() ? schema : Map.of("anyOf", List.of(schema, Map.of("type", "null")));
      } else {
        required.add(component.getName());
      }
      properties.put(component.getName(), schema);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  /** All records that were named, by name. */
  Map<String, Map<String, Object>> named() {
    return named;
  }
}
