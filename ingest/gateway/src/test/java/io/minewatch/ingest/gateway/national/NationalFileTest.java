package io.minewatch.ingest.gateway.national;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import io.minewatch.ingest.gateway.bridge.FileBridge.Ending;
import io.minewatch.ingest.gateway.bridge.FileContent;
import io.minewatch.ingest.gateway.bridge.Translation;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NationalFileTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:02Z");
  private static final String HEADER = "140921021337;模型煤矿;2026-01-01 08:00:00~";
  private static final String READING =
      "14092102133701MN000101;环境瓦斯;工作面;0.42;%;0;2026-01-01 08:00:01~";

  private final NationalFile national =
      new NationalFile(
          Tables.formats(),
          new FileReader(Tables.formats(), Tables.words(), FileRules.NATIONAL),
          new Payloads(new Site(new MineCode("140921021337"), new GatewayId("gw-01"))));

  private static FileContent file(String type, String text, Charset charset) {
    return new FileContent(
        "140921021337_" + type + "_20260101080000.txt", text.getBytes(charset), NOW);
  }

  private Translation read(String type, String text) {
    return national.translate(file(type, text, UTF_8), NOW);
  }

  @Test
  void readingsBecomeOnePackWithTheMinesOwnTimes() {
    FileContent file = file("CDSS", HEADER + READING + "||", Charset.forName("GBK"));
    assertThat(national.takes(file.name())).isTrue();
    assertThat(national.ending(file)).isEqualTo(Ending.COMPLETE);
    Translation read = national.translate(file, NOW);
    assertThat(read.refused()).isEmpty();
    assertThat(read.messages()).hasSize(1);
    assertThat(read.messages().get(0).kind()).isEqualTo(Topic.Kind.READINGS);
    assertThat(new String(read.messages().get(0).payload(), UTF_8))
        .contains(
            "\"bn\":\"140921021337/gw-01/\"",
            "\"n\":\"14092102133701MN000101\"",
            "\"bt\":1767225601",
            "\"v\":0.42");
  }

  @Test
  void aFileWithoutItsEndMarkIsWaitedFor() {
    assertThat(national.ending(file("CDSS", HEADER + READING, UTF_8))).isEqualTo(Ending.OPEN);
  }

  @Test
  void whatHasNoMessageIsRefusedWithTheReason() {
    assertThat(read("CDSS", HEADER + "||").refused()).hasSize(1);
    assertThat(read("CDSS", HEADER + "||").messages()).isEmpty();
    assertThat(read("RYSS", HEADER + "||").refused().get(0)).contains("failed generator");
    FileContent foreign =
        new FileContent(
            "999921021337_CDSS_20260101080000.txt",
            (HEADER + READING + "||").replace("140921021337", "999921021337").getBytes(UTF_8),
            NOW);
    assertThat(national.translate(foreign, NOW).messages()).isEmpty();
    assertThat(national.translate(foreign, NOW).refused().get(0)).contains("999921021337");
  }

  @Test
  void leavesFilesOfOtherNamesToOthers() {
    assertThat(national.takes("a.csv")).isFalse();
    assertThat(national.takes("140921021337_WHAT_20260101080000.txt")).isFalse();
  }
}
