package io.minewatch.bench.textbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minewatch.domain.wire.Envelope;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Reads a message of positions as a tree and gives them one by one. */
public final class ParseFixes implements FlatMapFunction<Envelope, PersonFix> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void flatMap(Envelope message, Collector<PersonFix> out) throws Exception {
    if (!message.topic().endsWith("/positions")) {
      return;
    }
    String mine = message.topic().split("/", -1)[2];
    for (JsonNode record : MAPPER.readTree(message.payload()).get("fixes")) {
      PersonFix fix = new PersonFix();
      fix.mine = mine;
      fix.person = mine + "/" + record.get("card").asText();
      fix.zone = record.path("zone").asText("");
      fix.time = record.get("at").asLong();
      out.collect(fix);
    }
  }
}
