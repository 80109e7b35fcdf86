package io.minewatch.alerting.notify.voice;

import io.minewatch.alerting.calling.Answers;
import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.notify.Receipts;
import io.minewatch.alerting.notify.Result;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An exchange without telephones: what happens at a number is scripted. For tests and the demo. */
public final class SimulatedVoice implements VoiceAdapter {
  /** What happens at the other end. */
  public enum Behaviour {
    /** It rings and nobody picks up. */
    NO_ANSWER,
    /** A mailbox picks up. */
    MACHINE,
    /** Somebody picks up and hangs up. */
    HUMAN,
    /** Somebody picks up and presses the digit that confirms. */
    CONFIRMS,
    /** Somebody picks up and presses the digit that declines. */
    DECLINES,
    /** The exchange is busy. */
    BUSY,
    /** There is no such number. */
    NO_SUCH_NUMBER,
    /** The account at the exchange is closed. */
    REFUSED
  }

  private final Function<String, Behaviour> script;
  private final Receipts receipts;
  private final BiFunction<String, String, @Nullable Told> keys;
  private final Set<String> dialled = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> rings = new ConcurrentHashMap<>();

  /**
   * Makes an exchange.
   *
   * @param script by number
   * @param keys what the digits pressed at an attempt mean, by its id
   */
  public SimulatedVoice(
      Function<String, Behaviour> script,
      Receipts receipts,
      BiFunction<String, String, @Nullable Told> keys) {
    this.script = script;
    this.receipts = receipts;
    this.keys = keys;
  }

  @Override
  public Result dial(Line line) {
    Behaviour behaviour = script.apply(line.number());
    switch (behaviour) {
      case BUSY -> {
        return Result.retry("busy");
      }
      case NO_SUCH_NUMBER -> {
        return Result.drop("no such number");
      }
      case REFUSED -> {
        return Result.stop("the exchange refuses the account");
      }
      default -> {
        if (dialled.add(line.id())) {
          rings.merge(line.number(), 1, Integer::sum);
          hear(line.id(), behaviour);
        }
        return Result.ok();
      }
    }
  }

  private void hear(String id, Behaviour behaviour) {
    receipts.told(id, new Told.Delivered());
    switch (behaviour) {
      case MACHINE -> receipts.told(id, new Told.Machine());
      case HUMAN -> receipts.told(id, new Told.Human());
      case CONFIRMS -> press(id, Answers.CONFIRM_DIGIT);
      case DECLINES -> press(id, Answers.DECLINE_DIGIT);
      default -> {}
    }
  }

  private void press(String id, String digit) {
    receipts.told(id, new Told.Human());
    Told told = keys.apply(id, digit);
    if (told != null) {
      receipts.told(id, told);
    }
  }

  /** How often a number has rung. */
  public int rings(String number) {
    return rings.getOrDefault(number, 0);
  }

  @Override
  public Result probe() {
    return Result.ok();
  }

  @Override
  public void close() {}
}
