package io.minewatch.alerting.api;

import io.minewatch.alerting.spoken.Spoken;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Gives every problem its words in both languages, whoever made it: {@code english} and {@code
 * words}, and {@code detail} in the language that is asked for; of single things that are wrong
 * {@code problemsWords} beside {@code problems}.
 */
@RestControllerAdvice
public class BothLanguages implements ResponseBodyAdvice<Object> {
  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem) {
      speak(problem, Spoken.isChinese(request.getHeaders().getFirst("Accept-Language")));
    }
    return body;
  }

  private static void speak(ProblemDetail problem, boolean chinese) {
    Spoken said =
        Spoken.of(problem.getStatus(), Objects.requireNonNullElse(problem.getDetail(), ""));
    Map<String, Object> more = problem.getProperties();
    Object words = more == null ? null : more.get("words"); // a refusal of the chain has its own
    String own = words == null ? said.chinese() : words.toString();
    problem.setProperty("code", said.code());
    problem.setProperty("english", said.english());
    problem.setProperty("words", own);
    if (more != null && more.get("problems") instanceof List<?> single) {
      problem.setProperty(
          "problemsWords", single.stream().map(each -> Spoken.single(each.toString())).toList());
    }
    if (chinese) {
      problem.setDetail(own);
    }
  }
}
