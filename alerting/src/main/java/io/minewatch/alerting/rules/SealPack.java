package io.minewatch.alerting.rules;

import io.minewatch.alerting.seal.SealRule;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.alerting.seal.SealRules.Night;
import io.minewatch.alerting.seal.Sign;
import io.minewatch.alerting.yaml.Fields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the platform's pack that are about the electronic seal. */
final class SealPack {
  private SealPack() {}

  /**
   * Reads them; null while one is not sound, which stops the start.
   *
   * @param nights the rows of the night
   * @param keep hears each row with its value in words, and closes it
   */
  static @Nullable SealRules read(
      Fields pack, List<Fields> nights, BiConsumer<Fields, String> keep) {
    List<SealRule> rules = new ArrayList<>();
    for (Fields row : pack.rows("seal")) {
      SealRule rule = rule(row);
      keep.accept(row, String.valueOf(rule));
      if (rule != null) {
        rules.add(rule);
      }
    }
    Night night = null;
    Duration rest = Duration.ZERO;
    for (Fields row : nights) {
      night = night(row);
      rest = row.duration("rest");
      keep.accept(row, "%s, at rest %s".formatted(night, rest));
    }
    try {
      return night == null ? null : SealRules.of(rules, night, rest);
    } catch (IllegalArgumentException e) {
      pack.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static @Nullable SealRule rule(Fields row) {
    try {
      return new SealRule(
          row.constant("sign", Sign.Kind.class),
          row.number("limit"),
          row.duration("lasting"),
          row.constant("weight", SealRule.Weight.class));
    } catch (IllegalArgumentException e) {
      row.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static @Nullable Night night(Fields row) {
    try {
      return new Night(
          LocalTime.parse(row.text("from")),
          LocalTime.parse(row.text("to")),
          (int) row.number("nights"));
    } catch (IllegalArgumentException | DateTimeException e) {
      row.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
