package io.minewatch.alerting.access;

import io.minewatch.alerting.spoken.Spoken;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The gate before the API: sign-in, CSRF, headers, and the rows of {@link Access}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class Gate {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  AuthenticationManager authenticationManager(SignIn signIn) {
    return new ProviderManager(signIn);
  }

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http, AuthenticationManager manager, Present present, MetricsToken metrics)
      throws Exception {
    http.authenticationManager(manager)
        .addFilterBefore(new FreshRole(present), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            all -> {
              // The end of a stream that was let in; its session may be gone by then.
              all.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
              all.requestMatchers(metrics).permitAll();
              for (Endpoints.Row row : Endpoints.TABLE) {
                var match = all.requestMatchers(HttpMethod.valueOf(row.method()), row.pattern());
                if (row.roles().isEmpty()) {
                  match.permitAll();
                } else {
                  match.hasAnyRole(row.roles().stream().map(Enum::name).toArray(String[]::new));
                }
              }
              all.requestMatchers("/api/**", "/actuator/**").denyAll();
              all.requestMatchers(HttpMethod.GET, "/**").permitAll(); // the console's files
              all.anyRequest().denyAll();
            })
        .httpBasic(basic -> basic.authenticationEntryPoint((q, r, e) -> unauthorized(q, r)))
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint((q, r, e) -> unauthorized(q, r))
                    .accessDeniedHandler(
                        (q, r, e) -> problem(q, r, HttpStatus.FORBIDDEN, "not open to you")))
        .csrf(
            csrf ->
                csrf.spa()
                    .ignoringRequestMatchers(Gate::isBasic)
                    .ignoringRequestMatchers(
                        "/api/calls/*") // signed by programs, no session counts
                    .ignoringRequestMatchers(
                        PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.POST, "/api/session")))
        .formLogin(form -> form.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .frameOptions(frame -> frame.deny())
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    return http.build();
  }

  /** A foreign page cannot make a browser send this header, so it needs no token. */
  private static boolean isBasic(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.toLowerCase(Locale.ROOT).startsWith("basic ");
  }

  private static void unauthorized(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problem(request, response, HttpStatus.UNAUTHORIZED, "sign in first");
  }

  private static void problem(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    Spoken said = Spoken.of(status.value(), detail);
    boolean chinese = Spoken.isChinese(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    response.setStatus(status.value());
    response.setContentType("application/problem+json");
    String body =
        """
        {"title":"%s","status":%d,"detail":"%s","code":"%s","english":"%s","words":"%s"}
        """
            .formatted(
                status.getReasonPhrase(),
                status.value(),
                chinese ? said.chinese() : said.english(),
                said.code(),
                said.english(),
                said.chinese());
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
