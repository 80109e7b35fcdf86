package io.minewatch.alerting.notify.voice;

import io.minewatch.alerting.notify.HttpCall;
import io.minewatch.alerting.notify.Result;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.Signature;
import io.minewatch.domain.wire.Messages;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;

/**
 * A telephone gateway that is asked over HTTP, signed, and tells what it hears as signed receipts.
 */
public final class HttpVoice implements VoiceAdapter {
  private final Settings settings;
  private final Clock clock;
  private final HttpCall http;

  /** Where the gateway is; both directions are signed with the secret. */
  public record Settings(URI url, Secret secret, Duration timeout) {}

  public HttpVoice(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.http = new HttpCall(settings.timeout());
  }

  @Override
  public Result dial(Line line) {
    return post(Messages.write(line));
  }

  private record Probe(String why) {}

  @Override
  public Result probe() {
    return post(Messages.write(new Probe("probe")));
  }

  private Result post(byte[] body) {
    return http.send(
        HttpRequest.newBuilder(settings.url())
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .header(Signature.HEADER, Signature.of(settings.secret(), clock.instant(), body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  @Override
  public void close() {}
}
