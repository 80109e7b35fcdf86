package io.minewatch.alerting.notify.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.ChannelContract;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmsChannelTest extends ChannelContract {
  private static final String BODY =
      "{\"to\":\"${number}\",\"text\":\"${text}\",\"ref\":\"${id}\"}";
  private HttpEnd end;

  @Override
  protected Channel open() throws Exception {
    end = new HttpEnd();
    return new SmsChannel(settings(end.url() + "send", BODY));
  }

  private static SmsChannel.Settings settings(String url, String body) {
    return new SmsChannel.Settings(
        url,
        url.replace("send", "balance"),
        "application/json",
        body,
        Map.of("Authorization", "Bearer ${secret}"),
        new Secret(SECRET),
        Secret.key(SECRET),
        "86",
        TIMEOUT);
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
        .filter(request -> request.path().equals("/send"))
        .map(request -> request.body().replaceAll(".*\"ref\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  @Test
  void noValueCanBecomeAnythingButAValue() {
    String evil = "\"},{\"to\":\"1\n\\";
    String filled =
        Template.body(BODY, "application/json")
            .fill(Map.of("number", "1", "id", "2", "text", evil));
    assertThat(filled)
        .isEqualTo("{\"to\":\"1\",\"text\":\"\\\"},{\\\"to\\\":\\\"1\\u000a\\\\\",\"ref\":\"2\"}");
    assertThat(Template.url("https://x/?to=${number}").fill(Map.of("number", "1&admin=2#")))
        .isEqualTo("https://x/?to=1%26admin%3D2%23");
    assertThat(Template.header("x ${secret}").fill(Map.of("secret", "a\r\nX: y")))
        .isEqualTo("x a  X: y");
  }

  @Test
  void aPlaceThatThereIsNoValueForIsRefusedAtTheStart() {
    assertThatThrownBy(() -> settings("http://127.0.0.1/send", "{\"a\":\"${phone}\"}"))
        .hasMessageContaining("${phone}");
  }
}
