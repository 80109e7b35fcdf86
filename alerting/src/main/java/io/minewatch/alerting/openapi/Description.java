package io.minewatch.alerting.openapi;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * The document: every endpoint that is mapped, with its parameters, what it takes, what it answers,
 * and who may call it. Every refusal is a problem document (RFC 9457).
 */
public final class Description {
  private final Schemas schemas;
  private final BiFunction<String, String, @Nullable List<String>> roles;
  private final Map<String, Map<String, Object>> paths = new TreeMap<>();

  /**
   * Starts an empty one.
   *
   * @param texts records that the API writes as plain text
   * @param roles of a method and a pattern: who may, empty for anybody; null for nobody
   */
  public Description(
      Set<Class<?>> texts, BiFunction<String, String, @Nullable List<String>> roles) {
    this.schemas = new Schemas(texts);
    this.roles = roles;
  }

  /** Takes what a method of a controller answers to; what nobody may call is left out. */
  public void add(RequestMappingInfo mapping, HandlerMethod handler) {
    for (String pattern : mapping.getPatternValues()) {
      for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
        List<String> who = roles.apply(method.name(), pattern.replaceAll("\\{[^}]*}", "*"));
        if (pattern.startsWith("/api/") && who != null) {
          paths
              .computeIfAbsent(pattern, path -> new TreeMap<>())
              .put(method.name().toLowerCase(Locale.ROOT), operation(mapping, handler, who));
        }
      }
    }
  }

  private Map<String, Object> operation(
      RequestMappingInfo mapping, HandlerMethod handler, List<String> who) {
    Map<String, Object> operation = new LinkedHashMap<>();
    String controller = handler.getBeanType().getSimpleName().replace("Controller", "");
    operation.put("operationId", controller + "." + handler.getMethod().getName());
    operation.put("tags", List.of(controller));
    operation.put("x-roles", who);
    operation.put("security", who.isEmpty() ? List.of() : List.of(Map.of("basic", List.of())));
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : handler.getMethod().getParameters()) {
      Map<String, Object> described = parameter(parameter);
      if (described != null) {
        parameters.add(described);
      } else if (parameter.isAnnotationPresent(ModelAttribute.class)) {
        parameters.addAll(asked(parameter.getType()));
      } else if (parameter.isAnnotationPresent(Takes.class)) {
        operation.put("requestBody", body(mapping, parameter.getAnnotation(Takes.class).value()));
      } else if (parameter.isAnnotationPresent(RequestBody.class)) {
        operation.put("requestBody", body(mapping, parameter.getParameterizedType()));
      }
    }
    operation.put("parameters", parameters);
    operation.put("responses", responses(mapping, handler.getMethod().getGenericReturnType()));
    return operation;
  }

  private @Nullable Map<String, Object> parameter(Parameter parameter) {
    PathVariable path = parameter.getAnnotation(PathVariable.class);
    RequestParam query = parameter.getAnnotation(RequestParam.class);
    RequestHeader header = parameter.getAnnotation(RequestHeader.class);
    if (parameter.getType() == Principal.class) {
      return null;
    } else if (path != null) {
      return parameter("path", first(path.name(), path.value(), parameter), true, parameter);
    } else if (query != null) {
      boolean needed = query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
      return parameter("query", first(query.name(), query.value(), parameter), needed, parameter);
    } else if (header != null) {
      String name = first(header.name(), header.value(), parameter);
      boolean needed =
          parameter.isAnnotationPresent(Needed.class)
              || (header.required() && header.defaultValue().equals(ValueConstants.DEFAULT_NONE));
      return parameter("header", name, needed, parameter);
    }
    return null;
  }

  private Map<String, Object> parameter(
      String in, String name, boolean required, Parameter parameter) {
    return Map.of(
        "in", in,
        "name", name,
        "required", required,
        "schema", schemas.of(parameter.getParameterizedType()));
  }

  /** A record whose parts are asked for one by one, each of them or none. */
  private List<Map<String, Object>> asked(Class<?> type) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (RecordComponent part : type.getRecordComponents()) {
      all.add(
          Map.of(
              "in",
              "query",
              "name",
              part.getName(),
              "required",
              false,
              "schema",
              schemas.of(part.getGenericType())));
    }
    return all;
  }

  private static String first(String name, String value, Parameter parameter) {
    return !name.isEmpty() ? name : !value.isEmpty() ? value : parameter.getName();
  }

  private Map<String, Object> body(RequestMappingInfo mapping, Type type) {
    List<String> takes =
        mapping.getConsumesCondition().getConsumableMediaTypes().stream()
            .map(MediaType::toString)
            .toList();
    return Map.of("required", true, "content", content(takes, type));
  }

  private Map<String, Object> content(List<String> types, Type type) {
    Map<String, Object> content = new TreeMap<>();
    for (String each : types.isEmpty() ? List.of(MediaType.APPLICATION_JSON_VALUE) : types) {
      content.put(each, Map.of("schema", schemas.of(type)));
    }
    return content;
  }

  private Map<String, Object> responses(RequestMappingInfo mapping, Type returned) {
    Type type = returned;
    if (returned instanceof ParameterizedType parts && parts.getRawType() == ResponseEntity.class) {
      type = parts.getActualTypeArguments()[0];
    }
    List<String> gives =
        mapping.getProducesCondition().getProducibleMediaTypes().stream()
            .map(MediaType::toString)
            .toList();
    Map<String, Object> well = new LinkedHashMap<>();
    well.put("description", "as asked");
    if (type != void.class && type != Void.class) {
      well.put("content", content(gives, type));
    }
    Map<String, Object> problem =
        Map.of(
            "description",
            "refused, with the reason",
            "content",
            Map.of(
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
    return Map.of("2XX", well, "default", problem);
  }

  /** The document so far. */
  public Map<String, Object> document() {
    Map<String, Object> named = new TreeMap<>(schemas.named());
    named.put(
        "Problem",
        Map.of(
            "type", "object",
            "properties",
                Map.of(
                    "title", Map.of("type", "string"),
                    "status", Map.of("type", "integer"),
                    "detail", Map.of("type", "string"),
                    "code", Map.of("type", "string"),
                    "english", Map.of("type", "string"),
                    "words", Map.of("type", "string"),
                    "refusal", Map.of("type", "string"),
                    "problems", Map.of("type", "array", "items", Map.of("type", "string")),
                    "problemsWords", Map.of("type", "array", "items", Map.of("type", "string"))),
            "required", List.of("status")));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title", "Minewatch",
            "version", "1",
            "description",
                "Roles stand in x-roles, none for anybody; what lies outside the scope of an"
                    + " account is not found. Every answer to a GET but streams and downloads has"
                    + " an ETag and knows If-None-Match. An edit of a roster or a registry names"
                    + " in If-Match the version that it changes. An act on an incident may: it is"
                    + " refused with 412 where the incident has another version by now, but an"
                    + " order to withdraw never is. A change of an account may name its tag. What"
                    + " is refused is told in English and Chinese (english, words), and in detail"
                    + " by Accept-Language."));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of(
            "schemas",
            named,
            "securitySchemes",
            Map.of("basic", Map.of("type", "http", "scheme", "basic"))));
    return document;
  }
}
