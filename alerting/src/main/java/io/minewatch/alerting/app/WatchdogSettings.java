package io.minewatch.alerting.app;

import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.notify.mail.MailChannel;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.notify.voice.VoiceChannel;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import io.minewatch.alerting.watchdog.Vigil;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settings of the watchdog.
 *
 * @param watch where instances of alerting answer; one that is well is enough
 * @param calls who is called, by which channel
 */
record WatchdogSettings(
    List<URI> watch, Vigil.Waits waits, ChannelSettings channels, List<Call> calls) {
  /** Variables of this program start so. */
  static final String PREFIX = "MINEWATCH_WATCHDOG_";

  /** Nothing comes back to a watchdog, so that nobody need know the key of what would. */
  private static final String UNUSED = PREFIX + "SMS_INBOUND_SECRET";

  private static final String KEY_OF_NOBODY = "nothing-comes-back-to-a-watchdog";

  /** Channels that need neither the broker nor the database. */
  private static final Set<String> BARE =
      Set.of(WebhookChannel.NAME, MailChannel.NAME, SmsChannel.NAME, VoiceChannel.NAME);

  /** One who is called. */
  record Call(String channel, Callee callee) {}

  /**
   * Reads the settings file; secrets of channels come from the environment, as alerting's do.
   *
   * @throws Problems.BadFiles naming every problem, unknown keys among them
   */
  static WatchdogSettings read(Path file, Map<String, String> environment) {
    Problems problems = new Problems();
    Fields all = Fields.read(file, problems);
    Map<String, String> known = new TreeMap<>(environment);
    known.putIfAbsent(UNUSED, KEY_OF_NOBODY);
    List<URI> watch = new ArrayList<>();
    for (String each : all.texts("watch")) {
      address(all, each, watch);
    }
    if (watch.isEmpty()) {
      all.problem("watch names no instance of alerting");
    }
    ChannelSettings channels = ChannelsReader.read(PREFIX, all.part("channels"), known, problems);
    List<Call> calls = new ArrayList<>();
    for (Fields row : all.rows("calls")) {
      String channel = row.text("channel");
      if (!BARE.contains(channel) || !channels.aims().containsKey(channel)) {
        row.problem("calls by '" + channel + "', which is not one of the channels of this file");
      }
      calls.add(new Call(channel, new Callee("", "", "", "", row.text("address", ""))));
      row.refuseOthers();
    }
    if (calls.isEmpty()) {
      all.problem("calls names nobody");
    }
    Duration patience = positive(all, "patience", Duration.ofMinutes(1));
    Duration again = positive(all, "again", Duration.ofMinutes(10));
    all.refuseOthers();
    problems.stopIfAny();
    return new WatchdogSettings(watch, new Vigil.Waits(patience, again), channels, calls);
  }

  private static void address(Fields all, String text, List<URI> into) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() == null || uri.getScheme() == null) {
        all.problem("watch: '" + text + "' is no address like https://host:8443");
      } else {
        into.add(uri);
      }
    } catch (IllegalArgumentException e) {
      all.problem("watch: '" + text + "' is no address: " + e.getMessage());
    }
  }

  private static Duration positive(Fields all, String key, Duration otherwise) {
    Duration given = all.duration(key, otherwise);
    if (given.isNegative() || given.isZero()) {
      all.problem(key + " is above zero");
      return otherwise;
    }
    return given;
  }
}
