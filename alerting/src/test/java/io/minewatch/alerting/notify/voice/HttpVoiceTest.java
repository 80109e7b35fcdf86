package io.minewatch.alerting.notify.voice;

import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.ChannelContract;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class HttpVoiceTest extends ChannelContract {
  private HttpEnd end;

  @Override
  protected Channel open() throws Exception {
    end = new HttpEnd();
    return new VoiceChannel(
        new HttpVoice(
            new HttpVoice.Settings(URI.create(end.url()), Secret.key(SECRET), TIMEOUT),
            Clock.fixed(NOW, ZoneOffset.UTC)));
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
        .filter(body -> body.contains("\"id\""))
        .map(body -> body.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"))
        .toList();
  }
}
