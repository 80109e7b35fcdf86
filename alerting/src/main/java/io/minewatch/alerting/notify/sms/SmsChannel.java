package io.minewatch.alerting.notify.sms;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.HttpCall;
import io.minewatch.alerting.notify.Result;
import io.minewatch.alerting.notify.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;

/**
 * Text messages through whatever HTTP interface the gateway has: url, headers and body are
 * templates. The places are {@code ${number}}, {@code ${text}}, {@code ${id}} (the attempt's, for
 * gateways that know doubles by it) and {@code ${secret}}.
 */
public final class SmsChannel implements Channel {
  public static final String NAME = "sms";
  private static final String CONTENT_TYPE = "Content-Type";
  private final Settings settings;
  private final HttpCall http;

  /**
   * How the gateway is spoken to.
   *
   * @param url of a message
   * @param probe an address that answers well when gateway and account are; empty for none
   * @param headers without the content type
   * @param country calling code that numbers may come back with, for instance 86; may be empty
   * @param inbound what those who bring answers must show
   */
  public record Settings(
      String url,
      String probe,
      String contentType,
      String body,
      Map<String, String> headers,
      Secret secret,
      Secret inbound,
      String country,
      Duration timeout) {
    public Settings {
      headers = Map.copyOf(headers);
      Map<String, String> values = values("1", "t", "i", secret.value());
      URI.create(Template.url(url).fill(values));
      URI.create(Template.url(probe).fill(values));
      Template.body(body, contentType).fill(values);
      headers.values().forEach(header -> Template.header(header).fill(values));
    }

    /** Never shows templates: a secret may stand in them. */
    @Override
    public String toString() {
      return "sms settings";
    }
  }

  public SmsChannel(Settings settings) {
    this.settings = settings;
    this.http = new HttpCall(settings.timeout());
  }

  private static Map<String, String> values(String number, String text, String id, String secret) {
    return Map.of("number", number, "text", text, "id", id, "secret", secret);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Aim aim() {
    return Aim.SMS;
  }

  @Override
  public Result place(Attempt attempt) {
    Map<String, String> values =
        values(attempt.callee().address(), attempt.text(), attempt.id(), settings.secret().value());
    String body = Template.body(settings.body(), settings.contentType()).fill(values);
    return http.send(
        request(settings.url(), values)
            .header(CONTENT_TYPE, settings.contentType())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Override
  public Result probe() {
    return settings.probe().isEmpty()
        ? Result.ok()
        : http.send(
            request(settings.probe(), values("", "", "probe", settings.secret().value()))
                .GET()
                .build());
  }

  private HttpRequest.Builder request(String url, Map<String, String> values) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Template.url(url).fill(values)))
            .timeout(settings.timeout());
    settings
        .headers()
        .forEach((name, value) -> request.header(name, Template.header(value).fill(values)));
    return request;
  }

  @Override
  public void close() {}
}
