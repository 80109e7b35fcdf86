package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.broadcast.BroadcastChannel;
import io.minewatch.alerting.notify.cap.CapChannel;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.notify.voice.HttpVoice;
import io.minewatch.domain.feed.CallOut;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A service with every kind of channel, and a roster to call by. */
abstract class CallingStory extends Timeline {
  static final String SCOPE = "14/1409/140921/140921021337";
  static final String KEY = "a-key-of-the-test-0123456789";
  static final String ROSTER =
      """
      {"zone":"Asia/Shanghai",
       "people":[{"id":"zhang","name":"张三丰","account":"dispatcher",
         "contacts":[{"kind":"SMS","address":"13812345678"},{"kind":"VOICE","address":"13812345678"}]}],
       "slots":[{"rung":1,"person":"zhang","standing":"DUTY","shift":"早班",
         "days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],
         "from":"00:00:00","until":"00:00:00","first":"2026-01-01"}]}
      """;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  HttpEnd gateway;

  @BeforeEach
  void startWithChannels() throws Exception {
    gateway = new HttpEnd();
    restart();
  }

  @AfterEach
  void closeGateway() {
    gateway.close();
  }

  @Override
  void restart() {
    service.close();
    Duration timeout = Duration.ofSeconds(2);
    AlertingSettings one = Running.settings(folder);
    ChannelSettings channels =
        new ChannelSettings(
            new BroadcastChannel.Settings(Set.of(CallOut.Device.TAG, CallOut.Device.LAMP), timeout),
            null,
            null,
            new SmsChannel.Settings(
                gateway.url() + "sms",
                "",
                "application/json",
                "{\"id\":\"${id}\",\"to\":\"${number}\",\"text\":\"${text}\"}",
                Map.of(),
                new Secret("s"),
                Secret.key(KEY),
                "86",
                timeout),
            new HttpVoice.Settings(URI.create(gateway.url() + "voice"), Secret.key(KEY), timeout),
            new CapChannel.Settings("alerts.example.org"));
    service =
        AlertingService.start(
            new AlertingSettings(
                one.database(),
                one.broker(),
                one.rules(),
                one.mines(),
                one.http(),
                one.passwords(),
                channels),
            clock,
            null,
            bus);
    api = new Api(service.port());
  }

  final HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .headers(headers)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  final HttpResponse<String> roster(String body, String name, String value) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString("administrator:pw-administrator".getBytes(StandardCharsets.UTF_8));
    return send(
        "PUT",
        "/api/roster?scope=" + SCOPE,
        body,
        "Content-Type",
        "application/json",
        "Authorization",
        "Basic " + basic,
        name,
        value);
  }

  final JsonNode call(String channel) throws Exception {
    for (JsonNode call : incident().at("/calls")) {
      if (call.at("/channel").asText().equals(channel)) {
        return call;
      }
    }
    return incident().at("/none");
  }

  final String sent(String path, String field) {
    return gateway.requests.stream()
        .filter(
            request ->
                request.path().equals(path)
                    && request.body().contains(ID) // not what is called about the platform
                    && (request.body().contains("\"to\"") || request.body().contains("number")))
        .map(HttpEnd.Request::body)
        .map(body -> body.replaceAll(".*\"" + field + "\":\"([^\"]+)\".*", "$1"))
        .findFirst()
        .orElse("");
  }

  final void called() throws Exception {
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isEqualTo(200);
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    await()
        .ignoreExceptions()
        .pollInSameThread()
        .until(() -> call("sms").at("/outcome").asText().equals("PLACED"));
  }
}
