package io.minewatch.alerting.app;

import io.minewatch.alerting.api.CallController;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.broadcast.BroadcastChannel;
import io.minewatch.alerting.notify.cap.CapChannel;
import io.minewatch.alerting.notify.mail.MailChannel;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.notify.voice.HttpVoice;
import io.minewatch.alerting.notify.voice.VoiceChannel;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import io.minewatch.alerting.rules.Callout;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The channels that an installation has beside the console; null for those that it has not.
 *
 * @param cap whose alerts ours are, as CAP names a sender
 */
public record ChannelSettings(
    BroadcastChannel.@Nullable Settings broadcast,
    WebhookChannel.@Nullable Settings webhook,
    MailChannel.@Nullable Settings mail,
    SmsChannel.@Nullable Settings sms,
    HttpVoice.@Nullable Settings voice,
    CapChannel.@Nullable Settings cap) {
  /** The console alone. */
  public static final ChannelSettings NONE =
      new ChannelSettings(null, null, null, null, null, null);

  /** Names of the channels, with whom each calls. */
  Map<String, Aim> aims() {
    Map<String, Aim> aims = new TreeMap<>();
    aims.put(Callout.CONSOLE, Aim.PERSON);
    put(aims, broadcast, BroadcastChannel.NAME, Aim.RUNG);
    put(aims, webhook, WebhookChannel.NAME, Aim.RUNG);
    put(aims, mail, MailChannel.NAME, Aim.MAIL);
    put(aims, sms, SmsChannel.NAME, Aim.SMS);
    put(aims, voice, VoiceChannel.NAME, Aim.VOICE);
    put(aims, cap, CapChannel.NAME, Aim.RUNG);
    return aims;
  }

  /** What programs that bring something back must show. */
  CallController.Keys keys() {
    return CallController.keys(
        webhook == null ? null : webhook.secret(), voice == null ? null : voice.secret(), sms);
  }

  private static void put(Map<String, Aim> aims, @Nullable Object set, String name, Aim aim) {
    if (set != null) {
      aims.put(name, aim);
    }
  }

  /** Never shows more than the names. */
  @Override
  public String toString() {
    return "channels " + aims().keySet();
  }
}
