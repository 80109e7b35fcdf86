package io.minewatch.alerting.notify.webhook;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.Channel;
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
 * Posts each attempt, signed. The receiver knows a double by the attempt's id; what its people
 * answer comes back signed with the same secret.
 */
public final class WebhookChannel implements Channel {
  public static final String NAME = "webhook";
  private final Settings settings;
  private final Clock clock;
  private final HttpCall http;

  /** Where to, and with which secret. */
  public record Settings(URI url, Secret secret, Duration timeout) {}

  /** What is posted. */
  private record Message(
      String attempt,
      String incident,
      String mine,
      long version,
      int rung,
      String severity,
      String why,
      String text,
      String textEnglish) {}

  public WebhookChannel(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.http = new HttpCall(settings.timeout());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Aim aim() {
    return Aim.RUNG;
  }

  @Override
  public Result place(Attempt attempt) {
    var cause = attempt.cause();
    return post(
        Messages.write(
            new Message(
                attempt.id(),
                cause.incident(),
                cause.mine(),
                cause.version(),
                cause.rung(),
                cause.severity().name(),
                cause.why().name(),
                attempt.text(),
                attempt.textEnglish())));
  }

  /** An empty object, signed: whether it is let in is what is asked. */
  @Override
  public Result probe() {
    return post(Messages.write(new Probe("probe")));
  }

  private record Probe(String why) {}

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
