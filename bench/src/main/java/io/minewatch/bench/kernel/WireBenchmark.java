package io.minewatch.bench.kernel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.minewatch.bench.engine.Envelopes;
import io.minewatch.bench.limit.Scanner;
import io.minewatch.bench.workload.Cursor;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.series.store.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to read a reading off the wire and to write it for a store. One operation is one
 * reading; messages hold {@value #BATCH} of them, of many gateways in turn.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WireBenchmark {
  static final int BATCH = 30;

  private static final long START = 1_767_225_600_000L;
  private static final int MESSAGES = 256;
  private static final int MILLIS = 1_000;

  private final Envelope[] json = new Envelope[MESSAGES];
  private final Envelope[] cbor = new Envelope[MESSAGES];
  private final Topic[] topics = new Topic[MESSAGES];
  private final ReadingBatch batch = new ReadingBatch();
  private final ReadingBatch kept = new ReadingBatch();
  private final String[] heads = new String[BATCH];
  private final Scanner scanner = new Scanner();
  private final Lines lines = new Lines();
  private final JsonFactory factory = new JsonFactory();
  private final JsonMapper mapper = JsonMapper.builder().build();
  private int next;

  /** Takes whole messages of the workload. */
  @Setup(Level.Trial)
  public void prepare() throws IOException, WireException {
    Workload workload = new Workload(Mix.national(1, 20, START));
    Cursor cursor = workload.messages(0, 60);
    int taken = 0;
    while (taken < MESSAGES) {
      Parcel parcel = Objects.requireNonNull(cursor.next(), "too few messages");
      String text = new String(parcel.payload(), StandardCharsets.US_ASCII);
      if (!parcel.isPositions() && parcel.size() == BATCH && !text.contains("\"q\"")) {
        json[taken] = Envelopes.of(parcel);
        topics[taken] = Objects.requireNonNull(Topic.parse(parcel.topic()));
        cbor[taken] = cbor(json[taken]);
        taken++;
      }
    }
    Senml.read(json[0], topics[0], kept);
    for (int i = 0; i < BATCH; i++) {
      heads[i] = Lines.head(Measure.METHANE, topics[0].mine().value(), kept.point(i), "zone-1");
    }
  }

  /** The same message in CBOR, with SenML's numbers for names. */
  private Envelope cbor(Envelope message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CBORGenerator out = new CBORFactory().createGenerator(bytes)) {
      JsonNode records = mapper.readTree(message.payload());
      out.writeStartArray(null, records.size());
      for (JsonNode each : records) {
        out.writeStartObject(null, each.size());
        if (each.has("bn")) {
          out.writeFieldId(-2);
          out.writeString(each.get("bn").asText());
          out.writeFieldId(-3);
          out.writeNumber(each.get("bt").asLong());
        }
        out.writeFieldId(0);
        out.writeString(each.get("n").asText());
        out.writeFieldId(1);
        out.writeString(each.get("u").asText());
        if (each.has("vb")) {
          out.writeFieldId(4);
          out.writeBoolean(each.get("vb").asBoolean());
        } else {
          out.writeFieldId(2);
          out.writeNumber(each.get("v").asDouble());
        }
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    return new Envelope(
        message.topic(),
        bytes.toByteArray(),
        ContentTypes.SENML_CBOR,
        message.session(),
        message.sequence(),
        message.lane(),
        message.receivedMillis());
  }

  private int next() {
    next = (next + 1) % MESSAGES;
    return next;
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int decodeOurJson() throws WireException {
    int at = next();
    Senml.read(json[at], topics[at], batch);
    return batch.size();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int decodeOurCbor() throws WireException {
    int at = next();
    Senml.read(cbor[at], topics[at], batch);
    return batch.size();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public double decodeByHand() {
    return scanner.sum(json[next()].payload());
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int decodeToTree() throws IOException {
    return mapper.readTree(json[next()].payload()).size();
  }

  /** Every name looked at and every number read, by the streaming parser. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public double decodeByStream() throws IOException {
    double sum = 0;
    try (JsonParser in = factory.createParser(json[next()].payload())) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
          sum += in.getDoubleValue();
        } else if (token == JsonToken.VALUE_STRING) {
          sum += in.getText().length();
        }
      }
    }
    return sum;
  }

  /** Lines as the archive job writes them. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int writeLines() {
    for (int i = 0; i < BATCH; i++) {
      lines.add(heads[i], kept.value(i), Quality.GOOD, START + (long) i * MILLIS);
    }
    return lines.take().length;
  }
}
