package io.minewatch.alerting.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

class AttemptsTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final OAuth2AuthorizationRequest REQUEST =
      OAuth2AuthorizationRequest.authorizationCode()
          .authorizationUri("https://id.example/authorize")
          .clientId("minewatch")
          .build();

  private final Attempts attempts = new Attempts();

  private String keep(String address, Instant now) {
    return attempts.keep(REQUEST, null, address, now);
  }

  @Test
  void whatCannotComeBackAnyMoreIsForgottenWithItsSession() {
    keep("a", T);
    String second = keep("b", T.plus(SECOND));
    keep("c", T.plus(Attempts.VALID));
    assertThat(attempts.count(T.plus(Attempts.VALID))).as("to the last moment").isEqualTo(3);
    assertThat(attempts.count(T.plus(Attempts.VALID).plusMillis(1))).isEqualTo(2);
    keep("d", T.plus(Attempts.VALID).plus(SECOND));
    assertThat(attempts.take(second, T.plus(Attempts.VALID).plus(SECOND))).isNotNull();
    assertThat(attempts.count(T.plus(Attempts.VALID).plus(SECOND))).isEqualTo(2);
  }

  @Test
  void itComesBackOnceAndInTime() {
    String key = keep("a", T);
    assertThat(attempts.take(key, T.plus(Attempts.VALID))).isNotNull();
    assertThat(attempts.take(key, T.plus(Attempts.VALID))).isNull();
    String late = keep("a", T);
    assertThat(attempts.take(late, T.plus(Attempts.VALID).plusMillis(1))).isNull();
  }

  @Test
  void ofOneAddressTheOldestGivesWay() {
    String first = keep("a", T);
    String other = keep("b", T);
    for (int i = 0; i < Attempts.MOST_OF_ADDRESS; i++) {
      keep("a", T);
    }
    assertThat(attempts.take(first, T)).isNull();
    assertThat(attempts.take(other, T)).isNotNull();
  }
}
