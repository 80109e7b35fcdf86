package io.minewatch.ingest.gateway.national;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.read.Arrival;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import io.minewatch.ingest.gateway.bridge.FileContent;
import io.minewatch.ingest.gateway.bridge.Translation;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mine's host two hours ahead, which is put right then: nothing waits and nothing is lost. */
class ClockAheadTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String HEADER = "140921021337;模型煤矿;2026-01-01 %s~";

  @TempDir Path temp;
  private NationalFile national;
  private UnitsFile units;

  @BeforeEach
  void start() throws IOException {
    units = UnitsFile.open(temp.resolve("units.txt"));
    national =
        new NationalFile(
            Tables.formats(),
            Tables.words(),
            new Payloads(new Site(new MineCode("140921021337"), new GatewayId("gw-01"))),
            units);
  }

  /** The file of a cycle of ten seconds, by a clock that shows this. */
  private Translation by(int cycle, String shown) {
    Instant now = NOW.plusSeconds(10L * cycle + 2);
    String record = "14092102133701MN000101;环境瓦斯;工作面;0.42;%;0;2026-01-01 " + shown + "~||";
    FileContent file =
        new FileContent(
            "140921021337_CDSS_" + cycle + ".txt",
            (HEADER.formatted(shown) + record).getBytes(UTF_8),
            now);
    Translation read = national.translate(file, now);
    national.kept(file);
    return read;
  }

  @Test
  void readingsAreSentAtOnceWithTheMinesOwnTimes() {
    for (int i = 0; i < 5; i++) {
      Translation ahead = by(i, "10:00:" + i + "0");
      assertThat(ahead.refused()).isEmpty();
      assertThat(ahead.late()).isEmpty();
      assertThat(new String(ahead.messages().get(0).payload(), UTF_8))
          .contains("\"bt\":" + (1_767_232_800 + 10 * i));
    }
    for (int i = 6; i < 12; i++) {
      Translation right = by(i, "08:01:" + i % 6 + "0");
      assertThat(right.late()).isEmpty();
      assertThat(right.messages()).hasSize(1);
    }
  }

  private void define(String made, Instant now, String unit) {
    String text = HEADER.formatted(made) + "Q-1;大巷;全矿井;0503;" + unit + ";;;;2026-01-01~||";
    Arrival file =
        new Arrival("140921021337_YSLCDDY_20260101080000.txt", text.getBytes(UTF_8), now, now);
    FileResult.Taken read =
        (FileResult.Taken)
            new FileReader(Tables.formats(), Tables.words(), FileRules.NATIONAL).read(file);
    units.learn(((Content.Points) read.content()).points(), read.head());
  }

  private String unit() {
    return String.valueOf(units.unitOf(new PointId("Q-1"), Measure.INFLOW));
  }

  /**
   * m3/h and m3/min differ by sixty: which definition is the newer one must not hang on reading.
   */
  @Test
  void anOlderDefinitionByTheWrongClockReplacesNoneAndARightOneReplacesItAtOnce() {
    define("10:00:00", NOW, "m3/min");
    assertThat(unit()).isEqualTo("m3/min");
    define("09:50:00", NOW.plusSeconds(5), "m3/h");
    assertThat(unit()).as("ten minutes older by the same clock").isEqualTo("m3/min");

    define("08:01:00", NOW.plusSeconds(62), "m3/h");

    assertThat(unit()).as("the clock was put right").isEqualTo("m3/h");
  }

  @Test
  void aClockThatIsAFewSecondsAheadIsARightOne() {
    define("10:00:00", NOW, "m3/min");
    define("08:01:00", NOW.plusSeconds(49), "m3/h");
    assertThat(unit()).as("eleven seconds ahead").isEqualTo("m3/min");

    define("08:01:00", NOW.plusSeconds(50), "m3/h");
    assertThat(unit()).as("ten seconds ahead").isEqualTo("m3/h");

    define("08:01:05", NOW.plusSeconds(60), "m3/min");
    assertThat(unit()).as("newer").isEqualTo("m3/min");
    define("08:01:00", NOW.plusSeconds(60), "m3/h");
    assertThat(unit()).as("what lies five seconds ahead is of no wrong clock").isEqualTo("m3/min");
  }
}
