package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.openapi.Description;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What this API is, for programs: the OpenAPI document, made of the endpoints that are there. */
@RestController
public class OpenApiController {
  private final RequestMappingHandlerMapping mappings;
  private final Texts texts;
  private volatile @Nullable Map<String, Object> document;

  /** Records that the API writes as plain text. */
  public record Texts(Set<Class<?>> types) {}

  public OpenApiController(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
      Texts texts) {
    this.mappings = mappings;
    this.texts = texts;
  }

  @GetMapping("/api/openapi.json")
  public Map<String, Object> openApi() {
    Map<String, Object> known = document;
    if (known == null) {
      Description made = new Description(texts.types(), Access::roles);
      // Always in one order: of two records with one name the first has it.
      mappings.getHandlerMethods().entrySet().stream()
          .sorted(Comparator.comparing(each -> each.getKey().toString()))
          .forEach(each -> made.add(each.getKey(), each.getValue()));
      known = made.document();
      document = known;
    }
    return known;
  }
}
