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
 * once a page that sees the mine is open. The proof is the press of the named person.
 */
public final class ConsoleChannel implements Channel {
  private final Predicate<String> watched;
  private final Receipts receipts;

  /**
   * Makes the channel.
   *
   * @param watched whether a page that sees the mine of this code is open
   */
  public ConsoleChannel(Predicate<String> watched, Receipts receipts) {
    this.watched = watched;
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
    if (watched.test(attempt.cause().mine())) {
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
