package io.minewatch.bench.engine;

import io.minewatch.bench.workload.Parcel;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.ingest.record.Records;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A bounded source that hands a feed to a job: the preface, the messages, and one word to end. */
public final class FeedSource implements GeneratorFunction<Long, Envelope> {
  private final String run;

  private FeedSource(String run) {
    this.run = run;
  }

  /**
   * The stream of one run.
   *
   * @param messages how many the feed holds
   */
  public static DataStream<Envelope> of(
      StreamExecutionEnvironment env, EngineRun run, long messages) {
    long all = run.preface().size() + messages + 1;
    return env.fromSource(
            new DataGeneratorSource<>(new FeedSource(run.name()), all, Records.ENVELOPE),
            WatermarkStrategy.noWatermarks(),
            "feed")
        .setParallelism(1);
  }

  @Override
  public Envelope map(Long number) {
    EngineRun running = EngineRun.named(run);
    int preface = running.preface().size();
    if (number < preface) {
      return running.preface().get(number.intValue());
    }
    Parcel parcel = running.feed().next();
    // The feed has waited for the end and taken the time: a plan known already changes nothing.
    return parcel == null ? running.preface().get(0) : Envelopes.of(parcel);
  }
}
