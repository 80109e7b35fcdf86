package io.minewatch.alerting.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.ChannelContract;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.Signature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookChannelTest extends ChannelContract {
  private static final Secret KEY = Secret.key(SECRET);
  private HttpEnd end;

  @Override
  protected Channel open() throws Exception {
    end = new HttpEnd();
    return new WebhookChannel(
        new WebhookChannel.Settings(URI.create(end.url()), KEY, TIMEOUT),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void closeEnd() {
    end.close();
  }

  @Override
  protected boolean answer(Answer answer) {
    return end.answer(answer);
  }

  @Override
  protected List<String> arrived() {
    return end.requests.stream()
        .map(HttpEnd.Request::body)
        .filter(body -> body.contains("attempt"))
        .map(body -> body.replaceAll(".*\"attempt\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  @Test
  void theSignatureHoldsForThisBodyAndThisTimeOnly() {
    channel().place(attempt("a-1"));
    HttpEnd.Request request = end.requests.get(0);
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    byte[] other = request.body().replace("RED", "BLUE").getBytes(StandardCharsets.UTF_8);
    Duration late = Signature.TOLERANCE.plusSeconds(1);
    assertThat(Signature.isValid(KEY, request.signature(), body, NOW)).isTrue();
    assertThat(Signature.isValid(KEY, request.signature(), other, NOW)).isFalse();
    assertThat(Signature.isValid(KEY, request.signature(), body, NOW.plus(late))).isFalse();
    assertThat(Signature.isValid(Secret.key(SECRET + "!"), request.signature(), body, NOW))
        .isFalse();
    assertThat(Signature.isValid(KEY, "t=1,v1=00", body, NOW)).isFalse();
  }
}
