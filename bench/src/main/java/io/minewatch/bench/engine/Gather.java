package io.minewatch.bench.engine;

import org.apache.flink.api.common.functions.MapFunction;

/** Hands what comes out of a job to the thread that measures. */
public final class Gather<T> implements MapFunction<T, T> {
  private final String run;

  public Gather(EngineRun run) {
    this.run = run.name();
  }

  @Override
  public T map(T result) {
    EngineRun.named(run).results().add(result);
    return result;
  }
}
