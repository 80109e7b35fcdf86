package io.minewatch.alerting.notify.console;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Receipts;
import io.minewatch.alerting.notify.Result;
import io.minewatch.alerting.rules.Callout;
import java.util.function.Predicate;

/**
 * Has an attempt as soon as its row is marked, because every page shows the rows; it is delivered
 * where a page of somebody who may answer sounds. The proof is the press of the named person.
 */
public final class ConsoleChannel implements Channel {
  private final Predicate<String> attended;
  private final Receipts receipts;

  /**
   * Makes the channel.
   *
   * @param attended whether a call about the mine of this code is heard at a console
   */
  public ConsoleChannel(Predicate<String> attended, Receipts receipts) {
    this.attended = attended;
    this.receipts = receipts;
  }

  @Override
  public String name() {
    return Callout.CONSOLE;
  }

  @Override
  public Aim aim() {
    return Aim.PERSON;
  }

  @Override
  public Result place(Attempt attempt) {
    if (attended.test(attempt.cause().mine())) {
      receipts.told(attempt.id(), new Told.Delivered());
    }
    return Result.ok();
  }

  @Override
  public Result probe() {
    return Result.ok();
  }

  @Override
  public void close() {}
}
