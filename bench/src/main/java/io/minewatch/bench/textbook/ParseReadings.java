package io.minewatch.bench.textbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minewatch.domain.wire.Envelope;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Reads a SenML message as a tree and gives its readings one by one. */
public final class ParseReadings implements FlatMapFunction<Envelope, SensorReading> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void flatMap(Envelope message, Collector<SensorReading> out) throws Exception {
    if (!message.topic().endsWith("/readings")) {
      return;
    }
    String mine = message.topic().split("/", -1)[2];
    long time = 0;
    for (JsonNode record : MAPPER.readTree(message.payload())) {
      if (record.has("bt")) {
        time = record.get("bt").asLong() * 1_000;
      }
      SensorReading reading = new SensorReading();
      reading.mine = mine;
      reading.point = record.get("n").asText();
      reading.sensor = SensorReading.sensor(mine, reading.point);
      JsonNode flag = record.get("vb");
      reading.value = flag == null ? record.get("v").asDouble() : flag.asBoolean() ? 1 : 0;
      reading.time = time;
      reading.quality = record.path("q").asText("GOOD");
      out.collect(reading);
    }
  }
}
