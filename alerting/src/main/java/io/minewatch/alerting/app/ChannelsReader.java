package io.minewatch.alerting.app;

import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.broadcast.BroadcastChannel;
import io.minewatch.alerting.notify.cap.CapChannel;
import io.minewatch.alerting.notify.mail.MailChannel;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.notify.voice.HttpVoice;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.feed.CallOut;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the channels of the settings file. A secret is in the environment, or in the file that a
 * variable of the same name with {@code _FILE} names.
 */
final class ChannelsReader {
  /** After which a channel is given up for this time. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String prefix;
  private final Fields channels;
  private final Map<String, String> environment;
  private final Problems problems;

  private ChannelsReader(
      String prefix, Fields channels, Map<String, String> environment, Problems problems) {
    this.prefix = prefix;
    this.channels = channels;
    this.environment = environment;
    this.problems = problems;
  }

  static ChannelSettings read(
      String prefix, Fields channels, Map<String, String> environment, Problems problems) {
    ChannelsReader reader = new ChannelsReader(prefix, channels, environment, problems);
    ChannelSettings read =
        new ChannelSettings(
            reader.channel("broadcast", reader::broadcast),
            reader.channel("webhook", reader::webhook),
            reader.channel("mail", reader::mail),
            reader.channel("sms", reader::sms),
            reader.channel("voice", reader::voice),
            reader.channel("cap", row -> new CapChannel.Settings(row.text("sender"))));
    channels.refuseOthers();
    return read;
  }

  private <T> @Nullable T channel(String name, Function<Fields, T> read) {
    if (!channels.has(name)) {
      return null;
    }
    Fields row = channels.part(name);
    T made = null;
    try {
      made = read.apply(row);
    } catch (IllegalArgumentException e) {
      row.problem(String.valueOf(e.getMessage()));
    }
    row.refuseOthers();
    return made;
  }

  private BroadcastChannel.Settings broadcast(Fields row) {
    Set<CallOut.Device> devices = EnumSet.noneOf(CallOut.Device.class);
    for (String device : row.texts("devices")) {
      devices.add(CallOut.Device.valueOf(device.toUpperCase(Locale.ROOT)));
    }
    if (devices.isEmpty()) {
      row.problem("devices names none of " + EnumSet.allOf(CallOut.Device.class));
    }
    return new BroadcastChannel.Settings(devices, timeout(row));
  }

  private WebhookChannel.Settings webhook(Fields row) {
    return new WebhookChannel.Settings(url(row, "url"), key("WEBHOOK_SECRET"), timeout(row));
  }

  private HttpVoice.Settings voice(Fields row) {
    return new HttpVoice.Settings(url(row, "url"), key("VOICE_SECRET"), timeout(row));
  }

  private MailChannel.Settings mail(Fields row) {
    String user = row.text("user", "");
    MailChannel.Tls tls = row.constant("tls", MailChannel.Tls.class);
    if (tls == MailChannel.Tls.NONE && !user.isEmpty()) {
      row.problem("a password is not sent over a line that anybody can read: set tls");
    }
    return new MailChannel.Settings(
        row.text("host"),
        row.integer("port", 587),
        tls,
        user,
        user.isEmpty() ? new Secret("") : new Secret(secret("MAIL_PASSWORD")),
        row.text("from"),
        timeout(row));
  }

  private SmsChannel.Settings sms(Fields row) {
    Map<String, String> headers = new TreeMap<>();
    if (row.has("headers")) {
      for (String header : row.texts("headers")) {
        int colon = header.indexOf(':');
        if (colon < 1) {
          row.problem("a header is 'Name: value'");
        } else {
          headers.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
        }
      }
    }
    return new SmsChannel.Settings(
        row.text("url"),
        row.text("probe", ""),
        row.text("contentType", "application/json"),
        row.text("body"),
        headers,
        new Secret(secret("SMS_SECRET")),
        key("SMS_INBOUND_SECRET"),
        row.text("country", ""),
        timeout(row));
  }

  private static Duration timeout(Fields row) {
    Duration timeout = row.duration("timeout", TIMEOUT);
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofSeconds(30)) > 0) {
      row.problem("a timeout is above zero and at most PT30S");
    }
    return timeout;
  }

  /** Anything but TLS is for the same machine alone. */
  private static URI url(Fields row, String key) {
    URI url = URI.create(row.text(key));
    String host = String.valueOf(url.getHost());
    boolean local = host.equals("127.0.0.1") || host.equals("localhost");
    if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && local)) {
      throw new IllegalArgumentException(key + " is https, or http on this machine");
    }
    return url;
  }

  private Secret key(String name) {
    String value = secret(name);
    try {
      return Secret.key(value);
    } catch (IllegalArgumentException e) {
      if (!value.isEmpty()) {
        problems.add(prefix + name, String.valueOf(e.getMessage()));
      }
      return new Secret(value);
    }
  }

  private String secret(String name) {
    return SecretPlace.read(prefix + name, environment, problems);
  }
}
