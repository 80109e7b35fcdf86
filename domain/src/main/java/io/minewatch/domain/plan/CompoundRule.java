package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mine's own condition over several points and findings (一矿一策): it holds while its expression is
 * true.
 *
 * @param subject what the mine calls the condition; a finding is about it
 * @param zone where people are concerned by it
 * @param operands what the expression knows, by name
 * @param when the expression, in the Common Expression Language: a yes or no over the operands
 * @param severity while it holds
 * @param raiseAfter how long it must last before it counts
 * @param clearAfter how long it must be over
 */
public record CompoundRule(
    String id,
    String name,
    String nameEnglish,
    String subject,
    ZoneId zone,
    List<Operand> operands,
    String when,
    Severity severity,
    Duration raiseAfter,
    Duration clearAfter,
    Source source)
    implements Rule {
  /** Most operands of one expression. */
  public static final int MAX_OPERANDS = 20;

  /** Longest expression, in characters. */
  public static final int MAX_WHEN = 1_000;

  /**
   * One thing that the expression knows. Without a rule it is the newest value of the point, in the
   * unit of its measure, or for a switch whether it is on; with one it is whether a finding of that
   * rule is open, of this point or, without one, of anything.
   *
   * @param name a small letter, then small letters, digits and underscores
   * @param point null for a finding of anything
   * @param rule id of a rule of the plan, empty for a value
   */
  public record Operand(String name, @Nullable PointId point, String rule) {
    public Operand {
      Objects.requireNonNull(rule, "rule");
      if (!name.matches("[a-z][a-z0-9_]{0,31}")) {
        throw new IllegalArgumentException("no name of an operand: " + name);
      }
      if (point == null && rule.isEmpty()) {
        throw new IllegalArgumentException("operand " + name + " names neither point nor rule");
      }
    }

    public boolean isValue() {
      return rule.isEmpty();
    }
  }

  public CompoundRule {
    Name.require("a rule id", id);
    Name.require("a condition", subject);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(source, "source");
    operands = List.copyOf(operands);
    if (operands.isEmpty() || operands.size() > MAX_OPERANDS) {
      throw new IllegalArgumentException(
          "rule " + id + " needs 1 to " + MAX_OPERANDS + " operands, has " + operands.size());
    }
    Set<String> names = new HashSet<>();
    for (Operand operand : operands) {
      if (!names.add(operand.name())) {
        throw new IllegalArgumentException("rule " + id + " names twice: " + operand.name());
      }
    }
    if (when.isBlank() || when.length() > MAX_WHEN) {
      throw new IllegalArgumentException(
          "rule " + id + " needs an expression of at most " + MAX_WHEN + " characters");
    }
    if (raiseAfter.isNegative() || clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": a delay must not be negative");
    }
  }

  @Override
  public List<PointId> points() {
    return operands.stream()
        .map(Operand::point)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .toList();
  }
}
