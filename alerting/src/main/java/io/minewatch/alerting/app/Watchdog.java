package io.minewatch.alerting.app;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Result;
import io.minewatch.alerting.notify.mail.MailChannel;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.notify.voice.HttpVoice;
import io.minewatch.alerting.notify.voice.VoiceChannel;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import io.minewatch.alerting.watchdog.Look;
import io.minewatch.alerting.watchdog.Vigil;
import io.minewatch.domain.finding.Severity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the platform from outside and calls people when it is silent or says that an alarm would
 * not get through. It shares nothing with the platform but the network: no broker, no database.
 */
final class Watchdog implements AutoCloseable {
  /** Between looks. */
  static final Duration EVERY = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** Nobody reads a code back to a watchdog. */
  private static final String NO_CODE = "00";

  private final WatchdogSettings settings;
  private final Map<String, Channel> channels = new TreeMap<>();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Clock steady;
  private Vigil vigil = Vigil.BEGIN;

  /**
   * Looks at nothing yet.
   *
   * @param wall for what is signed with the time
   * @param steady never goes back, whatever is done to the machine's clock
   */
  Watchdog(WatchdogSettings settings, Clock wall, Clock steady) {
    this.settings = settings;
    this.steady = steady;
    ChannelSettings set = settings.channels();
    if (set.webhook() != null) {
      add(new WebhookChannel(set.webhook(), wall));
    }
    if (set.mail() != null) {
      add(new MailChannel(set.mail()));
    }
    if (set.sms() != null) {
      add(new SmsChannel(set.sms()));
    }
    if (set.voice() != null) {
      add(new VoiceChannel(new HttpVoice(set.voice(), wall)));
    }
  }

  private void add(Channel channel) {
    channels.put(channel.name(), channel);
  }

  /** Looks once, and calls if it is time to. */
  void round() throws InterruptedException {
    Look look = null;
    for (URI each : settings.watch()) {
      Look one = look(each);
      look = look == null ? one : look.or(one);
    }
    Look seen = look == null ? Look.unwell("nothing to look at") : look;
    Instant now = steady.instant();
    Vigil.Step step = vigil.see(seen, now, settings.waits());
    Instant since = vigil.since() == null ? now : vigil.since();
    boolean told =
        switch (step.say()) {
          case NOTHING -> true;
          case CALL -> call(seen.reason(), Duration.between(since, now), now);
          case WELL_AGAIN ->
              say("well again", "监测预警平台已恢复", "The monitoring platform is well again", now);
        };
    vigil = told ? step.next() : step.next().untold(vigil);
  }

  private Look look(URI instance) throws InterruptedException {
    URI health = instance.resolve("/actuator/health");
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(health).timeout(PATIENCE).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        return Look.unwell(instance.getHost() + " says " + answer.statusCode());
      }
      return answer.body().contains("\"" + AlarmsHealth.STANDS_BY + "\"")
          ? Look.unwell(instance.getHost() + " stands by")
          : Look.well();
    } catch (IOException e) {
      return Look.unwell(instance.getHost() + " does not answer");
    }
  }

  private boolean call(String reason, Duration silence, Instant now) {
    long seconds = silence.toSeconds();
    LOG.error("the platform is not well for {} s: {}", seconds, reason);
    return say(
        "silent",
        "监测预警平台异常已%d秒（%s），告警可能无法送达，请立即检查并电话联系各矿".formatted(seconds, reason),
        "The monitoring platform is not well for %d s (%s): alarms may not get through. Look at once, and telephone the mines"
            .formatted(seconds, reason),
        now);
  }

  /** Whether anybody was reached. */
  private boolean say(String what, String text, String textEnglish, Instant now) {
    String subject = "watchdog-" + now.toEpochMilli();
    Cause cause = new Cause(subject, "", 1, 1, Severity.RED, Cause.Why.PLATFORM);
    int number = 0;
    boolean told = false;
    for (WatchdogSettings.Call each : settings.calls()) {
      Channel channel = channels.get(each.channel());
      if (channel == null) {
        continue; // the settings were refused if it is named there
      }
      String id = subject + "." + ++number;
      State queued = new State.Queued(now);
      Result result =
          channel.place(
              new Attempt(
                  id,
                  cause,
                  each.channel(),
                  each.callee(),
                  NO_CODE,
                  text,
                  textEnglish,
                  now,
                  0,
                  queued));
      told |= result.isOk();
      if (result.isOk()) {
        LOG.info("{}: told by {}", what, each.channel());
      } else {
        LOG.error("{}: not told by {}: {}", what, each.channel(), result.reason());
      }
    }
    return told;
  }

  @Override
  public void close() {
    channels.values().forEach(Channel::close);
  }
}
