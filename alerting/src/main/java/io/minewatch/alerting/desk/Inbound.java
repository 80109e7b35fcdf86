package io.minewatch.alerting.desk;

import io.minewatch.alerting.calling.Answers;
import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Proof;
import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.notify.Receipts;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.notify.voice.VoiceChannel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What gateways bring back from people. Who brings it has been checked before. */
public final class Inbound {
  /** Open attempts to one number that an answer may be meant for. */
  static final int LOOKED_AT = 10;

  /**
   * Texts to one number, the newest, whose codes are no guesses though they answer nothing more.
   */
  static final int SENT = 30;

  private final Store store;
  private final Receipts receipts;

  public Inbound(Store store, Receipts receipts) {
    this.store = store;
    this.receipts = receipts;
  }

  /**
   * What a gateway or another system tells of an attempt.
   *
   * @param state DELIVERED, MACHINE, HUMAN, DECLINED, FAILED or ANSWERED
   * @param digits for ANSWERED: the code read back, or the key pressed on a telephone
   * @param by for ANSWERED by another system: who there has answered
   */
  public record Receipt(
      @Nullable String attempt,
      @Nullable String state,
      @Nullable String digits,
      @Nullable String by) {}

  /** How it was taken. */
  public enum Taken {
    TAKEN,
    /** There is no such attempt on this channel. */
    UNKNOWN,
    /** It proves nothing: the digits do not fit. */
    NO_PROOF
  }

  /** Takes a receipt of a channel. */
  public Taken receipt(String channel, Receipt receipt) {
    Attempt attempt = store.calls().find(Objects.requireNonNullElse(receipt.attempt(), ""));
    if (attempt == null || !attempt.channel().equals(channel)) {
      return Taken.UNKNOWN;
    }
    String state = Objects.requireNonNullElse(receipt.state(), "").toUpperCase(Locale.ROOT);
    Told told =
        switch (state) {
          case "DELIVERED" -> new Told.Delivered();
          case "MACHINE" -> new Told.Machine();
          case "HUMAN" -> new Told.Human();
          case "DECLINED" -> new Told.Declined();
          case "FAILED" -> new Told.Failed("the gateway says that it failed");
          case "ANSWERED" -> answered(attempt, receipt);
          default -> throw new IllegalArgumentException("no such state");
        };
    if (told == null) {
      return Taken.NO_PROOF;
    }
    receipts.told(attempt.id(), told);
    return Taken.TAKEN;
  }

  private @Nullable Told answered(Attempt attempt, Receipt receipt) {
    String digits = Objects.requireNonNullElse(receipt.digits(), "").strip();
    if (isSpent(attempt)) {
      return null;
    }
    if (attempt.channel().equals(VoiceChannel.NAME)) {
      return known(attempt, Answers.keys(attempt, digits));
    }
    String who = Objects.requireNonNullElse(receipt.by(), "").strip();
    boolean fits = Answers.isCode(attempt, digits) && !who.isEmpty() && who.length() <= 80;
    return known(attempt, fits ? new Told.Confirmed(who, Proof.CODE) : null);
  }

  /** Takes a text message from a number, as it came and without its country's code. */
  public Taken text(List<String> numbers, String text) {
    List<Attempt> open =
        numbers.stream()
            .flatMap(number -> store.calls().to(SmsChannel.NAME, number, LOOKED_AT).stream())
            .toList();
    for (Attempt attempt : open) {
      if (Answers.isCode(attempt, text) && !isSpent(attempt)) {
        receipts.told(attempt.id(), new Told.Confirmed(attempt.callee().who(), Proof.CODE));
        return Taken.TAKEN;
      }
    }
    if (Answers.isGuess(text, sent(numbers))) {
      open.forEach(attempt -> known(attempt, null));
    }
    return open.isEmpty() ? Taken.UNKNOWN : Taken.NO_PROOF;
  }

  private Set<String> sent(List<String> numbers) {
    return numbers.stream()
        .flatMap(number -> store.calls().codes(SmsChannel.NAME, number, SENT).stream())
        .collect(Collectors.toSet());
  }

  private @Nullable Told known(Attempt attempt, @Nullable Told told) {
    if (told == null) {
      store.database().write(() -> store.claims().wrong(attempt.id()));
    }
    return told;
  }

  /** Two digits can be guessed: an attempt takes no answer after some wrong ones. */
  private boolean isSpent(Attempt attempt) {
    return store.claims().wrongs(attempt.id()) >= Answers.MOST_WRONG;
  }
}
