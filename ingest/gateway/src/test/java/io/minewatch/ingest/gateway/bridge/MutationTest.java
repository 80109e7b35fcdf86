package io.minewatch.ingest.gateway.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.house.Mutations;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spoilt files that are one message, and spoilt tables; see {@link Mutations}. */
class MutationTest {
  private static final int MUTATIONS = Mutations.count(10_000);

  /** The parser's table of names, a batch, and the messages and reasons of a file. */
  private static final long BYTES_AT_ALL = 4 * 1024 * 1024;

  private static final long BYTES_A_BYTE = 1_000;

  private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
  private static final Payloads PAYLOADS =
      new Payloads(new Site(new MineCode("140921021337"), new GatewayId("gw-01")));

  private enum Kind {
    CSV("a.csv"),
    JSON("a.json"),
    SENML("a.senml");

    final String name;

    Kind(String name) {
      this.name = name;
    }

    FileBridge bridge() {
      return this == CSV ? new CsvFile(PAYLOADS) : new JsonFile(PAYLOADS);
    }

    List<byte[]> samples() {
      String pack =
          "[{\"bn\":\"140921021337/gw-01/\",\"bt\":1767225600.5,\"n\":\"A\",\"u\":\"ppm\",\"v\":1.25},"
              + "{\"n\":\"B\",\"v\":1,\"t\":-1.5,\"q\":\"CALIBRATION\"}]";
      String relative = pack.replace("1767225600.5", "-2");
      String positions =
          "{\"fixes\":[{\"card\":\"c-1\",\"at\":1767225600000,\"in\":true," + "\"zone\":\"z1\"}]}";
      String csv =
          """
          time,point,value,unit,quality
          2026-01-01T16:00:00.250+08:00,T1-0101,0.42,/100,GOOD\r
          +300000000-12-31T00:00:00Z,T1,1,m,GOOD
          -999999999-01-01T00:00:00Z,T1,1e308
          2026-01-01T08:00:02Z,FAN-01,1,,DISCONNECTED
          """;
      return switch (this) {
        case CSV -> List.of(csv.getBytes(UTF_8));
        case JSON ->
            List.of(pack.getBytes(UTF_8), relative.getBytes(UTF_8), positions.getBytes(UTF_8));
        case SENML -> List.of(pack.getBytes(UTF_8), relative.getBytes(UTF_8));
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSpoiltFileIsTakenOrRefusedWithinItsBounds(Kind kind) throws IOException {
    FileBridge bridge = kind.bridge();
    new Mutations(kind.name(), BYTES_AT_ALL, BYTES_A_BYTE)
        .run(kind.samples(), MUTATIONS, bytes -> isRead(bridge, kind.name, bytes));
  }

  private static boolean isRead(FileBridge bridge, String name, byte[] bytes) {
    FileContent file = new FileContent(name, bytes, NOW);
    assertThat(bridge.ending(file)).isNotNull();
    Translation read = bridge.translate(file, NOW);
    assertThat(read.messages().isEmpty() && read.refused().isEmpty()).isFalse();
    return !read.messages().isEmpty();
  }
}
