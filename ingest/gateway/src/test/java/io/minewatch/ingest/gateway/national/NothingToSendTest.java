package io.minewatch.ingest.gateway.national;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.gateway.bridge.FileContent;
import io.minewatch.ingest.gateway.bridge.Translation;
import io.minewatch.ingest.gateway.bridge.Translation.Standing;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NothingToSendTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:02Z");

  @TempDir private Path temp;
  private NationalFile national;

  @BeforeEach
  void start() throws IOException {
    national =
        new NationalFile(
            Tables.formats(),
            Tables.words(),
            new Payloads(new Site(new MineCode("140921021337"), new GatewayId("gw-01"))),
            UnitsFile.open(temp.resolve("units.txt")));
  }

  private Translation read(String type, String text) {
    String name = "140921021337_" + type + "_20260101080000.txt";
    return national.translate(new FileContent(name, text.getBytes(UTF_8), NOW), NOW);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody underground   | 2026-01-01 08:00:00;0;1/A;  | false | counts nobody",
        "people and no record | 2026-01-01 08:00:00;12;1/A; | true  | failed generator",
        "no count             | 140921021337;A;2026-01-01 08:00:00 | true | an empty mine or",
      })
  void anEmptyMineAndAFailedGeneratorAreToldApart(
      String what, String header, boolean refused, String why) {
    Translation read = read("RYSS", header + "~||");
    assertThat(read.isRefused()).as(what).isEqualTo(refused);
    assertThat(refused ? read.refused().get(0) : read.note()).contains(why);
    assertThat(read.messages()).isEmpty();
  }

  @Test
  void statesOfSubstationsAreReadAndNotSentAndAreNoFaultOfTheFile() {
    Translation read =
        read("FZSS", "140921021337;A;2026-01-01 08:00:00~F1;正常;交流;2026-01-01 08:00:00~||");
    assertThat(read.refused()).isEmpty();
    assertThat(read.standing()).isEqualTo(Standing.NOTHING);
    assertThat(read.note()).contains("FZSS", "not sent");
  }
}
