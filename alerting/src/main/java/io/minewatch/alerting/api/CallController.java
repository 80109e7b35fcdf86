package io.minewatch.alerting.api;

import io.minewatch.alerting.desk.Canary;
import io.minewatch.alerting.desk.ChannelWatch;
import io.minewatch.alerting.desk.Inbound;
import io.minewatch.alerting.notify.Health;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.Signature;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.notify.voice.VoiceChannel;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import io.minewatch.alerting.openapi.Needed;
import io.minewatch.alerting.openapi.Takes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How the channels fare, and what programs bring back from people; each shows its own secret. */
@RestController
public class CallController {
  /** Largest body of a program that is looked at. */
  private static final int MAX_BYTES = 16 * 1024;

  private final Inbound inbound;
  private final Keys keys;
  private final ChannelWatch watch;
  private final Canary canary;
  private final Clock clock;
  private final JsonMapper json;

  /**
   * What programs show.
   *
   * @param signing by channel, of those that sign
   * @param texts of those who bring text messages, or null where there is no such channel
   * @param country calling code that a number may come with
   */
  public record Keys(Map<String, Secret> signing, @Nullable Secret texts, String country) {
    public Keys {
      signing = Map.copyOf(signing);
    }
  }

  public CallController(
      Inbound inbound, Keys keys, ChannelWatch watch, Canary canary, Clock clock, JsonMapper json) {
    this.inbound = inbound;
    this.keys = keys;
    this.watch = watch;
    this.canary = canary;
    this.clock = clock;
    this.json = json;
  }

  /** The channels of which anything is known, and the canary. */
  public record ChannelsView(Map<String, Health.Line> channels, Canary.Age canary) {}

  @GetMapping("/api/channels")
  public ChannelsView channels() {
    return new ChannelsView(new TreeMap<>(watch.all()), canary.age());
  }

  /** What became of a receipt. */
  public record TakenView(String taken) {}

  /** A receipt of a telephone gateway or another system, signed as what we sent it. */
  @PostMapping("/api/calls/receipts")
  public TakenView receipt(
      @Needed @RequestHeader(name = Signature.HEADER, defaultValue = "") String signature,
      @Takes(Inbound.Receipt.class) HttpServletRequest request)
      throws IOException {
    byte[] body = Bodies.read(request, MAX_BYTES);
    for (String channel : List.of(VoiceChannel.NAME, WebhookChannel.NAME)) {
      Secret secret = keys.signing().get(channel);
      if (secret != null && Signature.isValid(secret, signature, body, clock.instant())) {
        return taken(inbound.receipt(channel, read(body, Inbound.Receipt.class)));
      }
    }
    throw new Refusals.Problem(HttpStatus.UNAUTHORIZED, "not signed by a channel of ours");
  }

  /** A text message that somebody sent back. */
  public record Text(@Nullable String from, @Nullable String text) {
    @Override
    public String toString() {
      return "text";
    }
  }

  @PostMapping("/api/calls/texts")
  public TakenView text(
      @Needed @RequestHeader(name = "X-Minewatch-Token", defaultValue = "") String token,
      @Takes(Text.class) HttpServletRequest request)
      throws IOException {
    Secret secret = keys.texts();
    if (secret == null || !secret.is(token)) {
      throw new Refusals.Problem(HttpStatus.UNAUTHORIZED, "not a gateway of ours");
    }
    byte[] body = Bodies.read(request, MAX_BYTES);
    Text text = read(body, Text.class);
    String from = text.from() == null ? "" : text.from().replaceAll("[ -]", "");
    return taken(inbound.text(numbers(from), text.text() == null ? "" : text.text()));
  }

  /** The number as it came, and as it is dialled at home. */
  private List<String> numbers(String from) {
    List<String> numbers = new ArrayList<>(List.of(from));
    String bare = from.startsWith("+") ? from.substring(1) : from;
    numbers.add(bare);
    if (!keys.country().isEmpty() && bare.startsWith(keys.country())) {
      numbers.add(bare.substring(keys.country().length()));
    }
    return numbers.stream().distinct().toList();
  }

  private <T> T read(byte[] body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JacksonException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "unreadable");
    }
  }

  private static TakenView taken(Inbound.Taken taken) {
    return switch (taken) {
      case TAKEN, NO_PROOF -> new TakenView(taken.name());
      case UNKNOWN -> throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no such attempt");
    };
  }

  /** The keys of the channels that are set up. */
  public static Keys keys(
      @Nullable Secret webhook, @Nullable Secret voice, SmsChannel.@Nullable Settings sms) {
    Map<String, Secret> signing = new TreeMap<>();
    if (webhook != null) {
      signing.put(WebhookChannel.NAME, webhook);
    }
    if (voice != null) {
      signing.put(VoiceChannel.NAME, voice);
    }
    return new Keys(signing, sms == null ? null : sms.inbound(), sms == null ? "" : sms.country());
  }
}
