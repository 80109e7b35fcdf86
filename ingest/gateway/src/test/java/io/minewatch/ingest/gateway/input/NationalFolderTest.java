package io.minewatch.ingest.gateway.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.gateway.disk.SeenFiles;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.national.NationalFile;
import io.minewatch.ingest.gateway.national.UnitsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come late, twice, or define, through the folder to what is kept of them. */
class NationalFolderTest {
  private static final String MINE = "140921021337";
  private static final Duration AGE = Duration.ofSeconds(30);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  @TempDir Path temp;
  private Path folder;
  private final KeptInMemory kept = new KeptInMemory();
  private DropFolder drop;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeEach
  void make() throws Exception {
    folder = temp.resolve("drop");
    restart();
  }

  /** Begins with what the gateway before kept on its disk. */
  private void restart() throws Exception {
    Payloads payloads = new Payloads(new Site(new MineCode(MINE), new GatewayId("gw-01")));
    NationalFile national =
        new NationalFile(
            Tables.formats(),
            Tables.words(),
            payloads,
            UnitsFile.open(temp.resolve("units.txt")),
            SeenFiles.open(temp.resolve("seen.db"), now));
    drop = new DropFolder(FolderSettings.of(folder), List.of(national), kept, AGE);
    scan(Duration.ZERO);
  }

  private void scan(Duration after) throws Exception {
    now = now.plus(after);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    drop.scan(new Times(clock, clock));
  }

  /** A file made then, which comes now. */
  private void file(String type, Instant made, String record) throws IOException {
    String time = TIME.format(made);
    String name = MINE + "_" + type + "_" + time.replaceAll("[^0-9]", "") + ".txt";
    String text = MINE + ";模型煤矿;" + time + "~" + record.formatted(time) + "~||";
    Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(folder.resolve(name), FileTime.from(now));
  }

  private void reading(Instant made, String value) throws IOException {
    file("CDSS", made, "T1;环境瓦斯;工作面;" + value + ";%%;0;%s");
  }

  private Duration age(Entry entry) {
    return Duration.between(entry.since(), now);
  }

  private List<String> in(String sub) throws IOException {
    try (var files = Files.list(folder.resolve(sub))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  /** The number of a message says what is later: sent as of now, 0.3 would end the alarm of 1.2. */
  @Test
  void aFileThatComesAfterANewerOneIsSentAsPast() throws Exception {
    reading(now, "1.2");
    scan(Duration.ofSeconds(1));
    reading(now.minusSeconds(300), "0.3");
    scan(Duration.ofSeconds(1));

    assertThat(kept.entries).hasSize(2);
    assertThat(age(kept.entries.get(0))).isLessThan(AGE);
    assertThat(age(kept.entries.get(1))).isGreaterThan(AGE);
    assertThat(new String(kept.entries.get(1).message().payload(), StandardCharsets.UTF_8))
        .contains("0.3");
    assertThat(in("done")).hasSize(2);
  }

  @Test
  void aRestartForgetsNeitherWhatIsNewestNorWhatWasSent() throws Exception {
    Instant first = now;
    reading(first, "1.2");
    scan(Duration.ofSeconds(1));
    now = now.plus(Duration.ofHours(1)); // nobody listened
    restart();
    reading(first.minusSeconds(300), "0.3");
    reading(first, "1.2");
    scan(Duration.ofSeconds(1));

    assertThat(kept.entries).hasSize(2);
    assertThat(text(1)).contains("0.3");
    assertThat(age(kept.entries.get(1))).isGreaterThan(AGE);

    scan(Duration.ofMinutes(3)); // nothing newer has come: the clock was put back
    reading(first.minusSeconds(60), "0.5");
    scan(Duration.ofSeconds(1));
    assertThat(age(kept.entries.get(2))).isLessThan(AGE);
  }

  @Test
  void ofAFileThatIsLateForOnePointAndFirstOfAnotherEachIsSentAsWhatItIs() throws Exception {
    reading(now, "1.2");
    scan(Duration.ofSeconds(1));
    String other = "~T2;环境瓦斯;工作面;0.7;%%;0;%1$s";
    file("CDSS", now.minusSeconds(300), "T1;环境瓦斯;工作面;0.3;%%;0;%1$s" + other);
    scan(Duration.ofSeconds(1));

    assertThat(kept.entries).hasSize(3);
    assertThat(text(1)).contains("T2").doesNotContain("T1");
    assertThat(age(kept.entries.get(1))).isLessThan(AGE);
    assertThat(text(2)).contains("T1").doesNotContain("T2");
    assertThat(age(kept.entries.get(2))).isGreaterThan(AGE);
  }

  /** Two hours by the wall clock are a second by the steady one. */
  @Test
  void thatOurOwnClockIsSetMakesALateFileNoneOfThePresent() throws Exception {
    reading(now, "1.2");
    scan(Duration.ofSeconds(1));
    reading(now.minusSeconds(300), "0.3");
    now = now.plusSeconds(1);
    Clock steady = Clock.fixed(now, ZoneOffset.UTC);
    drop.scan(new Times(Clock.offset(steady, Duration.ofHours(2)), steady));

    assertThat(kept.entries).hasSize(2);
    assertThat(age(kept.entries.get(1))).isGreaterThan(AGE);
  }

  private String text(int entry) {
    return new String(kept.entries.get(entry).message().payload(), StandardCharsets.UTF_8);
  }

  @Test
  void theSameBytesAreNotSentTwice() throws Exception {
    Instant made = now;
    reading(made, "0.3");
    scan(Duration.ofSeconds(1));
    reading(made, "0.3");
    scan(Duration.ofSeconds(1));
    assertThat(kept.entries).hasSize(1);
    assertThat(in("done")).hasSize(2);
    assertThat(kept.refusedFiles).isZero();

    reading(made, "0.4");
    scan(Duration.ofSeconds(1));
    assertThat(kept.entries).as("a correction").hasSize(2);
  }

  @Test
  void aFileThatCouldNotBeKeptIsNotTakenForADouble() throws Exception {
    reading(now, "0.3");
    kept.failure = new IllegalStateException("the disk is full");
    scan(Duration.ofSeconds(1));
    kept.failure = null;
    scan(Duration.ofSeconds(1));
    scan(Duration.ofSeconds(3));
    assertThat(kept.entries).hasSize(1);
  }

  @Test
  void aDefinitionThatCouldNotBeLaidReadyIsLaidReadyLater() throws Exception {
    Files.writeString(folder.resolve("definitions"), "a file where the folder should be");
    file("RYQY", now, "采煤工作面;face-0101;30;0101采煤工作面");
    scan(Duration.ofSeconds(1));
    Files.delete(folder.resolve("definitions"));
    scan(Duration.ofSeconds(5));

    String name = MINE + "_RYQY_20260101080000.txt";
    assertThat(in("definitions")).containsExactly(name, name + ".import");
  }

  /** By its letters it would come after every time, and lie there for ever. */
  @Test
  void aDefinitionWithoutATimeInItsNameGivesWayToEveryOneWithATime() throws Exception {
    String zone = "采煤工作面;face-0101;30;0101采煤工作面";
    String dated = MINE + "_RYQY_20260101080000.txt";
    String undated = MINE + "_RYQY_test.txt";
    file("RYQY", now, zone);
    Files.move(folder.resolve(dated), folder.resolve(undated));
    scan(Duration.ofSeconds(5));
    assertThat(in("definitions")).containsExactly(undated, undated + ".import");

    file("RYQY", now.minusSeconds(5), zone + ";");
    scan(Duration.ofSeconds(5));
    assertThat(in("definitions")).containsExactly(dated, dated + ".import");

    file("RYQY", now.minusSeconds(60), zone + ";;");
    Files.move(folder.resolve(MINE + "_RYQY_20260101075910.txt"), folder.resolve(undated));
    scan(Duration.ofSeconds(5));
    assertThat(in("definitions")).containsExactly(dated, dated + ".import");
  }

  @Test
  void ofDefinitionsTheNewestOfATypeLiesReadyWithWhatIsToBeDone() throws Exception {
    String zone = "采煤工作面;face-0101;30;0101采煤工作面";
    file("RYQY", now, zone);
    file("RYXX", now, "c-00017;测试甲;采煤工;;综采队;1990-01-01;;0;1");
    scan(Duration.ofSeconds(1));
    file("RYQY", now.plusSeconds(60), zone);
    scan(Duration.ofSeconds(60));
    file("RYQY", now.minusSeconds(600), zone);
    scan(Duration.ofSeconds(1));

    String newest = MINE + "_RYQY_20260101080101.txt";
    String people = MINE + "_RYXX_20260101080000.txt";
    assertThat(in("definitions"))
        .containsExactly(newest, newest + ".import", people, people + ".import");
    assertThat(folder.resolve("definitions/" + newest + ".import"))
        .content()
        .contains("RYQY", "1 records", "/api/mines/" + MINE + "/registry/files?name=" + newest);
    assertThat(in("refused")).isEmpty();
    assertThat(kept.refusedFiles).isZero();
    assertThat(kept.entries).isEmpty();
    assertThat(in("done")).hasSize(1);
  }
}
