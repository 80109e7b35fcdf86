package io.minewatch.alerting.desk;

import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.rules.Callout;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * By what and whom an installation calls.
 *
 * @param callout the rows of the pack
 * @param channels those that are set up, by name, with whom an attempt of theirs is for
 * @param path of a mine of the registry by its code: its jurisdiction and itself
 * @param codes draws a number from 10 to 99
 */
public record CallPlan(
    Callout callout, Map<String, Aim> channels, UnaryOperator<String> path, IntSupplier codes) {
  public CallPlan {
    channels = Map.copyOf(channels);
  }

  /** The channels that call at a rung here. */
  List<String> at(int rung) {
    return callout.at(rung).stream().filter(channels::containsKey).toList();
  }
}
