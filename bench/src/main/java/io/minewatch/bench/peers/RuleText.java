package io.minewatch.bench.peers;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Writes the rules of the workload in the idiom of a peer: its text for one rule, once for each.
 */
public final class RuleText {
  private static final double NEVER = 1e300;

  private RuleText() {}

  /**
   * The text of all rules.
   *
   * @param beside the class beside which the text for one rule lies
   * @param resource its name; in it stand the numbers of a rule as <code>${...}</code>
   */
  public static String of(Class<?> beside, String resource, List<LimitRule> rules) {
    String one;
    try (InputStream in =
        Objects.requireNonNull(beside.getResourceAsStream("/" + resource), resource)) {
      one = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StringBuilder all = new StringBuilder();
    for (LimitRule rule : rules) {
      all.append(fill(one, rule)).append('\n');
    }
    return all.toString();
  }

  private static String fill(String one, LimitRule rule) {
    boolean isHigh = rule.side() == Side.HIGH;
    double second = rule.steps().size() > 1 ? rule.steps().get(1).at() : isHigh ? NEVER : -NEVER;
    String name = rule.id().substring(rule.id().indexOf(':') + 1).replace('-', '_');
    return one.replace("${n}", name)
        .replace("${rule}", rule.id())
        .replace("${measure}", rule.measure().name())
        .replace("${beyond}", isHigh ? ">=" : "<=")
        .replace("${safe}", isHigh ? "<" : ">")
        .replace("${first}", Double.toString(rule.steps().get(0).at()))
        .replace("${second}", Double.toString(second))
        .replace("${restore}", Double.toString(rule.restore()))
        .replace("${hold}", rule.clearAfter().toMillis() + "L");
  }
}
