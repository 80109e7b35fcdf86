package io.minewatch.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.house.Recordings;
import io.minewatch.ingest.station.Gateway;
import io.minewatch.ingest.station.RecordedLinks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ARFF =
      """
      % a comment
      @RELATION Methane

      @ATTRIBUTE 'MM31' real
      @ATTRIBUTE 'MM116' real
      @attribute PD real
      @ATTRIBUTE 'BA13' real

      @DATA
      0.46,1.3,1.0,1076.0
      % another
      0.5,?,0.0,1076.5
      0.51,1.4,1.0,1077
      """;
  private static final List<Column> COLUMNS =
      Column.parse("MM31:METHANE,MM116=T2:METHANE,BA13:PRESSURE:hPa,PD:SWITCH");
  private static final Pace AT_ONCE = sinceFirst -> {};

  @TempDir Path folder;
  private final RecordedLinks links = new RecordedLinks();

  private Progress replay(Path file, ReplaySettings settings, Pace pace)
      throws IOException, InterruptedException {
    Clock clock = Clock.fixed(START, ZoneOffset.UTC);
    Gateway gateway =
        Gateway.sending(
            links,
            new Gateway.Identity(new MineCode("140921021337"), new GatewayId("gw-replay"), "s1"),
            START);
    try (Recording recording = Recording.open(file)) {
      return new Replay(settings, gateway, clock, seen -> {}).run(recording, pace);
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<String> payloads() {
    return links.to("/readings").stream()
        .map(m -> new String(m.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  private static ReplaySettings fastest() {
    return ReplaySettings.fastest(COLUMNS, START, Duration.ofSeconds(30));
  }

  @Test
  void eachRowBecomesOneMessageWithItsMeasuredTime() throws Exception {
    Progress end = replay(write("a.arff", ARFF), fastest(), AT_ONCE);

    assertThat(payloads())
        .containsExactly(
            """
            [{"bn":"140921021337/gw-replay/","bt":1767225600,"n":"MM31","u":"/100","v":0.46},\
            {"n":"T2","u":"/100","v":1.3},{"n":"BA13","u":"hPa","v":1076.0},{"n":"PD","u":"/","v":1.0}]""",
            """
            [{"bn":"140921021337/gw-replay/","bt":1767225630,"n":"MM31","u":"/100","v":0.5},\
            {"n":"BA13","u":"hPa","v":1076.5},{"n":"PD","u":"/","v":0.0}]""",
            """
            [{"bn":"140921021337/gw-replay/","bt":1767225660,"n":"MM31","u":"/100","v":0.51},\
            {"n":"T2","u":"/100","v":1.4},{"n":"BA13","u":"hPa","v":1077.0},{"n":"PD","u":"/","v":1.0}]""");
    assertThat(end).isEqualTo(new Progress(3, 3, 11, 1, START.plusSeconds(60)));
  }

  @Test
  void severalRowsCanGoIntoOneMessage() throws Exception {
    replay(write("a.arff", ARFF), fastest().withRowsPerMessage(2), AT_ONCE);

    assertThat(payloads()).hasSize(2);
    assertThat(payloads().get(0)).contains("{\"n\":\"MM31\",\"u\":\"/100\",\"v\":0.5,\"t\":30}");
  }

  @Test
  void messagesAreNumberedFromZeroInTheLiveLane() throws Exception {
    replay(write("a.arff", ARFF), fastest(), AT_ONCE);

    assertThat(links.to("/readings").stream().map(Outgoing::sequence)).containsExactly(0L, 1L, 2L);
    assertThat(links.to("/readings")).allMatch(m -> m.lane() == Lane.LIVE);
    assertThat(links.to("/status")).hasSize(1);
  }

  @Test
  void aSeparatedTextWithATimeColumnKeepsItsTimes() throws Exception {
    Path file =
        write(
            "a.csv",
            "at;MM31;MM116;PD;BA13\n2026-01-01 08:00:00+08:00;0.4;0.5;1;1000\n1767225610000;0.6;;1;1000\n");
    replay(file, fastest().withTimeColumn("at"), AT_ONCE);

    assertThat(payloads().get(0)).contains("\"bt\":1767225600").contains("\"v\":0.4");
    assertThat(payloads().get(1)).contains("\"bt\":1767225610").doesNotContain("T2");
  }

  @Test
  void theRowsComeAtThePaceAskedFor() throws Exception {
    List<Duration> waits = new ArrayList<>();
    replay(write("a.arff", ARFF), fastest().withSpeed(10), waits::add);

    assertThat(waits)
        .containsExactly(Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  @Test
  void aSpeedIsAboveZero() {
    assertThat(Pace.speed("0.5")).isEqualTo(0.5);
    assertThat(Pace.speed("Infinity")).isInfinite();
    for (String none : List.of("0", "-1", "NaN", "fast")) {
      assertThatThrownBy(() -> Pace.speed(none)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aCellThatIsNoNumberIsRefusedWithFileAndLine() throws Exception {
    Path file = write("a.arff", ARFF.replace("0.51,", "high,"));

    assertThatThrownBy(() -> replay(file, fastest(), AT_ONCE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 13")
        .hasMessageContaining("high");
    assertThat(payloads()).hasSize(2);
  }

  @Test
  void aRowThatIsTooShortIsRefused() throws Exception {
    Path file = write("a.arff", ARFF + "0.1,0.2\n");

    assertThatThrownBy(() -> replay(file, fastest(), AT_ONCE)).hasMessageContaining("2 cells");
  }

  @Test
  void aColumnThatIsNotThereIsRefusedBeforeAnythingIsSent() throws Exception {
    ReplaySettings settings =
        ReplaySettings.fastest(Column.parse("MM99:METHANE"), START, Duration.ofSeconds(30));
    Path file = write("a.arff", ARFF);

    assertThatThrownBy(() -> replay(file, settings, AT_ONCE)).hasMessageContaining("MM99");
    assertThat(payloads()).isEmpty();
  }

  @Test
  void aUnitThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Column.parse("MM31:METHANE:Cel")).hasMessageContaining("Cel");
    assertThatThrownBy(() -> Column.parse("MM31")).hasMessageContaining("NAME[=POINT]:MEASURE");
  }

  @Test
  void aPackedRecordingIsUnpacked() throws Exception {
    Path file = folder.resolve("a.arff.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(ARFF.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(replay(file, fastest(), AT_ONCE).rows()).isEqualTo(3);
  }

  @Test
  void theRecordedLongwallIsReplayedCompletely() throws Exception {
    Path file = Recordings.longwall();
    ReplaySettings settings =
        ReplaySettings.fastest(Column.parse(Column.LONGWALL), START, Duration.ofSeconds(30))
            .withRowsPerMessage(10);
    Progress end = replay(file, settings, AT_ONCE);

    assertThat(end.rows()).isEqualTo(13_368);
    assertThat(end.readings()).isEqualTo(13_368 * 6);
    assertThat(end.missing()).isZero();
    assertThat(end.measured()).isEqualTo(START.plusSeconds(13_367 * 30));
    assertThat(links.to("/readings").stream().map(Outgoing::sequence))
        .containsExactlyElementsOf(LongStream.range(0, 1_337).boxed().toList());
  }
}
