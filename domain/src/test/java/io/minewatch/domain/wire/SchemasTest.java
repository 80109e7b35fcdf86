package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderReceipt;
import io.minewatch.house.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of {@code docs/schema/} say what the programs write, and no more than they read. */
class SchemasTest {
  private static final int SPOILT = 300;
  private static final List<Quality> QUALITIES = List.of(Quality.values());
  private static final Topic TOPIC =
      Topic.of(Topic.Kind.READINGS, new MineCode(Samples.MINE), new GatewayId(Samples.GATEWAY));

  /** A message of the bus whose schema is made of its record. */
  private enum Bus {
    STATUS(GatewayStatus.class),
    RECEIPT(Receipt.class),
    PLAN(Plan.class),
    FINDING(Finding.class),
    FINDINGS_RECEIPT(FindingsReceipt.class),
    MUSTER(Muster.class),
    SUMMARY(Summary.class),
    ORDERS(OrderBook.class),
    OWN_ALARMS(OwnAlarms.class),
    ORDER_RECEIPT(OrderReceipt.class),
    REJECTED(Rejection.class),
    ROOTS(KeptRoots.class);

    final Class<?> type;

    Bus(Class<?> type) {
      this.type = type;
    }

    String schema() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePublishedSchemaOfAMessageIsWhatItsRecordSays(Bus message) throws IOException {
    String made =
        new JsonMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(RecordSchema.of(message.type, Messages.mapper()))
            + "\n";
    Path file = Schemas.FOLDER.resolve(message.schema() + ".json");
    String stored = Files.exists(file) ? Files.readString(file) : "";
    if (!stored.equals(made) && Boolean.getBoolean("minewatch.write-docs")) {
      Files.createDirectories(Schemas.FOLDER);
      Files.writeString(file, made);
      return;
    }
    assertThat(stored)
        .as(
            "docs/schema/%s.json is stale; write it with -Dminewatch.write-docs=true",
            message.schema())
        .isEqualTo(made);
  }

  static Stream<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/wire"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  /** Of {@code finding-opened.json} it is {@code finding}; a receipt has one of its own. */
  private static String schemaOf(String sample) {
    String whole = sample.replace(".json", "");
    return Stream.of(Bus.values()).anyMatch(message -> message.schema().equals(whole))
        ? whole
        : sample.replaceAll("[-.].*", "");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsValid(String sample) {
    assertThat(Schemas.faults(Schemas.schema(schemaOf(sample)), Samples.bytes(sample))).isEmpty();
  }

  /** Whatever of a spoilt sample is still a message, is valid when it is written again. */
  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsValid(Bus message) throws IOException {
    JsonSchema schema = Schemas.schema(message.schema());
    List<String> samples = samples().filter(s -> schemaOf(s).equals(message.schema())).toList();
    TreeSpoiler spoiler = new TreeSpoiler(Mutations.SEED, List.of("kind", "later", "at"));
    int written = 0;
    for (int i = 0; i < SPOILT; i++) {
      JsonNode spoilt = spoiler.spoil(Schemas.tree(Samples.bytes(samples.get(i % samples.size()))));
      byte[] back;
      try {
        back = Messages.write(Messages.read(Schemas.bytes(spoilt), message.type));
      } catch (WireException e) {
        continue;
      }
      written++;
      assertThat(Schemas.faults(schema, back)).as("%s", spoilt).isEmpty();
    }
    assertThat(samples).isNotEmpty();
    assertThat(written).as("of %s some are still messages", message).isGreaterThan(SPOILT / 50);
  }

  @Test
  void whatIsWrittenOfReadingsIsValid() {
    JsonSchema schema = Schemas.schema("readings");
    Random random = new Random(Mutations.SEED);
    ReadingBatch batch = new ReadingBatch();
    for (int i = 0; i < SPOILT; i++) {
      batch.clear();
      for (int n = random.nextInt(4); n >= 0; n--) {
        batch.add(
            "T" + n,
            random.nextInt(8) == 0 ? Double.NaN : random.nextGaussian() * Math.pow(10, n * 7.0),
            random.nextBoolean() ? "/100" : "",
            1_767_225_600_000L + random.nextInt(5_000) - 2_500,
            QUALITIES.get(random.nextInt(QUALITIES.size())));
      }
      byte[] pack = Senml.writeJson(TOPIC, batch, at -> at == 0 ? "标校" : "");
      assertThat(Schemas.faults(schema, pack)).isEmpty();
    }
  }

  @Test
  void whatIsWrittenOfPositionsIsValid() {
    JsonSchema schema = Schemas.schema("positions");
    Random random = new Random(Mutations.SEED);
    for (int i = 0; i < SPOILT; i++) {
      List<Fix> fixes = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        boolean in = random.nextBoolean();
        Instant at = Instant.ofEpochMilli(1_767_225_600_000L + random.nextInt(100_000));
        fixes.add(
            new Fix(
                new CardId("c" + n),
                at,
                in,
                in || random.nextBoolean() ? new ZoneId("z" + n) : null,
                random.nextBoolean() ? at : null,
                random.nextBoolean() ? "s" : "",
                random.nextGaussian(),
                random.nextBoolean(),
                random.nextBoolean()));
      }
      assertThat(Schemas.faults(schema, Positions.write(fixes))).isEmpty();
    }
  }

  private static final List<String> SENML_LABELS =
      List.of(
          "bn", "bt", "bu", "bv", "bs", "bver", "n", "u", "v", "vs", "vb", "vd", "s", "t", "ut",
          "q", "qr", "x", "x_");

  @Test
  void whatTheSchemaRefusesOfReadingsTheCodecRefuses() {
    ReadingBatch batch = new ReadingBatch();
    refusedByBoth(
        "readings",
        SENML_LABELS,
        payload -> {
          List<RefusedRecord> refused = new ArrayList<>();
          try {
            Senml.read(
                Samples.envelope(TOPIC.toString(), ContentTypes.SENML_JSON, payload),
                TOPIC,
                batch,
                refused);
            return refused.isEmpty();
          } catch (WireException e) {
            return false;
          }
        });
  }

  @Test
  void whatTheSchemaRefusesOfPositionsTheCodecRefuses() {
    refusedByBoth(
        "positions",
        List.of("fixes", "card", "at", "in", "zone", "since", "station", "dist", "leader", "sos"),
        payload -> {
          List<String> refused = new ArrayList<>();
          try {
            assertThat(Positions.read(payload, refused)).isNotNull();
            return refused.isEmpty();
          } catch (WireException e) {
            return false;
          }
        });
  }

  private static void refusedByBoth(String name, List<String> labels, Mutations.Reader codec) {
    JsonSchema schema = Schemas.schema(name);
    JsonNode sample = Schemas.tree(Samples.bytes(name + ".json"));
    TreeSpoiler spoiler = new TreeSpoiler(Mutations.SEED, labels);
    int bySchema = 0;
    int byNobody = 0;
    for (int i = 0; i < 10 * SPOILT; i++) {
      JsonNode spoilt = spoiler.spoil(sample);
      byte[] payload = Schemas.bytes(spoilt);
      boolean valid = Schemas.faults(schema, payload).isEmpty();
      boolean read = codec.read(payload);
      assertThat(valid || !read).as("the schema refuses, the codec takes: %s", spoilt).isTrue();
      bySchema += valid ? 0 : 1;
      byNobody += read ? 1 : 0;
    }
    assertThat(bySchema).isGreaterThan(SPOILT);
    assertThat(byNobody).isGreaterThan(SPOILT / 10);
  }
}
