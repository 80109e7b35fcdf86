package io.minewatch.judge.compound;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.watch.Conditions.Truth;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The expression of one rule, compiled once. Without macros there is no loop in it, and nothing
 * that it can call reads a clock: the same operands give the same answer, in bounded time.
 *
 * <p>What is not known is left out of the operands. The language says what follows: {@code false &&
 * unknown} is false, {@code true || unknown} is true, all else over an unknown is unknown, and so
 * is what cannot be computed.
 */
public final class Expression {
  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

  private final CelRuntime.Program program;

  private Expression(CelRuntime.Program program) {
    this.program = program;
  }

  /**
   * Compiles the expression of a rule.
   *
   * @param measures of the plan's points, null for one that it does not have
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Expression of(CompoundRule rule, Function<PointId, @Nullable Measure> measures) {
    CelCompilerBuilder compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setResultType(SimpleType.BOOL);
    for (CompoundRule.Operand operand : rule.operands()) {
      PointId point = operand.point();
      Measure measure = point == null ? null : measures.apply(point);
      if (operand.isValue() && measure == null) {
        throw new IllegalArgumentException(rule.id() + ": there is no point " + point);
      }
      boolean isNumber = operand.isValue() && measure != Measure.SWITCH;
      compiler.addVar(operand.name(), isNumber ? SimpleType.DOUBLE : SimpleType.BOOL);
    }
    try {
      CelRuntime runtime =
          CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
      return new Expression(runtime.createProgram(compiler.build().compile(rule.when()).getAst()));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalArgumentException(rule.id() + ": " + e.getMessage(), e);
    }
  }

  /** Whether it is so, given what is known of its operands. */
  Truth judge(Map<String, Object> known) {
    try {
      // Of what is not known the runtime gives neither yes nor no, or fails.
      return !(program.eval(known) instanceof Boolean so)
          ? Truth.UNKNOWN
          : so ? Truth.HOLDS : Truth.GONE;
    } catch (CelEvaluationException | RuntimeException e) {
      return Truth.UNKNOWN; // whatever the runtime stumbles over, it is not normal
    }
  }
}
