package io.minewatch.ingest.gateway.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.gateway.bridge.CsvFile;
import io.minewatch.ingest.gateway.bridge.FileBridge;
import io.minewatch.ingest.gateway.bridge.FileContent;
import io.minewatch.ingest.gateway.bridge.JsonFile;
import io.minewatch.ingest.gateway.bridge.Translation;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.national.NationalFile;
import io.minewatch.ingest.gateway.national.UnitsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest {
  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
  private static final Site SITE = new Site(new MineCode("140921021337"), new GatewayId("gw-01"));
  private static final String CSV =
      "time,point,value,unit,quality\n2026-01-01T16:00:00+08:00,T1,0.5,/100,GOOD\n";

  private static final Duration AGE = Duration.ofSeconds(30);

  @TempDir Path temp;
  private Path folder;
  private final KeptInMemory kept = new KeptInMemory();
  private DropFolder drop;
  private Instant now = START;
  private Duration set = Duration.ZERO;

  @BeforeEach
  void make() {
    folder = temp.resolve("drop");
    drop = drop(FolderSettings.of(folder));
  }

  private DropFolder drop(FolderSettings settings) {
    Payloads payloads = new Payloads(SITE);
    return new DropFolder(
        settings,
        List.of(new JsonFile(payloads), new CsvFile(payloads), new MarkedFile()),
        kept,
        AGE);
  }

  private void scanAfter(Duration time) throws Exception {
    now = now.plus(time);
    drop.scan(times());
  }

  /** The wall clock is ahead by what it was set by. */
  private Times times() {
    return new Times(Clock.fixed(now.plus(set), ZoneOffset.UTC), Clock.fixed(now, ZoneOffset.UTC));
  }

  private void scan() throws Exception {
    scanAfter(Duration.ofSeconds(1));
  }

  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(now));
    return file;
  }

  private List<String> in(String sub) throws IOException {
    try (var files = Files.list(folder.resolve(sub))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileThatGrowsIsTakenWhenItHasStoppedGrowing() throws Exception {
    scan();
    Path file = write("a.csv", CSV);
    scan();
    scan();
    write("a.csv", CSV + "2026-01-01T16:00:01+08:00,T2,0.6,/100\n");
    scan();
    scan();
    assertThat(kept.entries).isEmpty();
    scan();
    assertThat(kept.entries).hasSize(1);
    assertThat(new String(kept.entries.get(0).message().payload(), StandardCharsets.UTF_8))
        .contains("\"T1\"", "\"T2\"");
    assertThat(file).doesNotExist();
    assertThat(in("done")).containsExactly("a.csv");
    assertThat(kept.moved).containsExactly(file.toString());
  }

  @Test
  void aFileThatAppearsByRenameIsLeftAloneBeforeAndTakenAtOnceIfItsEndShows() throws Exception {
    scan();
    Path part = write("b.json.part", "[{\"bn\":\"140921021337/gw-01/\",\"n\":\"T1\",\"v\":1}]");
    write(".hidden.json", "{");
    scanAfter(Duration.ofHours(1));
    assertThat(kept.entries).isEmpty();
    Files.move(part, folder.resolve("b.json"), StandardCopyOption.ATOMIC_MOVE);
    scan();
    assertThat(kept.entries).hasSize(1);
    assertThat(kept.entries.get(0).since()).isEqualTo(now);
  }

  @Test
  void aFileIsMovedOnlyWhenItsMessagesAreSafe() throws Exception {
    scan();
    Path file = write("a.csv", CSV);
    kept.failure = new IllegalStateException("the disk is full");
    scan();
    scanAfter(Duration.ofSeconds(3));
    assertThat(file).exists();
    assertThat(in("done")).isEmpty();
    kept.failure = null;
    scan();
    assertThat(file).doesNotExist();
    assertThat(kept.entries).hasSize(1);
  }

  @Test
  void aFileWhoseMessagesWereSafeBeforeACrashIsMovedAndNotTakenAgain() throws Exception {
    scan();
    Path file = write("a.csv", CSV);
    scan();
    Files.delete(folder.resolve("done")); // the move fails, as if we had died before it
    scanAfter(Duration.ofSeconds(3));
    assertThat(file).exists();
    assertThat(kept.entries).hasSize(1);

    drop = drop(FolderSettings.of(folder));
    scan();
    scanAfter(Duration.ofSeconds(3));
    assertThat(file).doesNotExist();
    assertThat(in("done")).containsExactly("a.csv");
    assertThat(kept.entries).hasSize(1);
  }

  @Test
  void aBadFileGoesToRefusedWithItsReason() throws Exception {
    scan();
    write("bad.csv", "point;value\nT1;1\n");
    write("bad.json", "[{\"bn\":\"999921021337/gw-01/\",\"n\":\"T1\",\"v\":1}]");
    write("what.xyz", "?");
    scanAfter(Duration.ofSeconds(1));
    scanAfter(Duration.ofSeconds(3));
    assertThat(in("refused"))
        .containsExactly(
            "bad.csv",
            "bad.csv.reason",
            "bad.json",
            "bad.json.reason",
            "what.xyz",
            "what.xyz.reason");
    assertThat(folder.resolve("refused/bad.csv.reason"))
        .hasContent("the first line must be time,point,value,unit,quality, was 'point;value'");
    assertThat(folder.resolve("refused/bad.json.reason")).content().contains("WRONG_TOPIC");
    assertThat(kept.refusedFiles).isEqualTo(3);
    assertThat(kept.entries).isEmpty();
  }

  @Test
  void oneBadLineDoesNotCostTheOthersAndIsTold() throws Exception {
    scan();
    write("a.csv", CSV + "yesterday,T2,0.6\n");
    write("a2.csv", CSV);
    scan();
    scanAfter(Duration.ofSeconds(3));
    assertThat(kept.entries).hasSize(2);
    assertThat(kept.refusedRecords).isEqualTo(1);
    assertThat(in("done")).containsExactly("a.csv", "a2.csv");
    assertThat(folder.resolve("refused/a.csv.reason")).content().startsWith("line 3: ");
  }

  @Test
  void aTooLargeFileIsRefusedUnread() throws Exception {
    FolderSettings usual = FolderSettings.of(folder);
    drop =
        drop(
            new FolderSettings(
                folder,
                usual.settle(),
                usual.openLimit(),
                10,
                FolderSettings.After.DELETE,
                usual.keepDone(),
                usual.keepRefused()));
    scan();
    write("a.csv", CSV);
    scan();
    scanAfter(Duration.ofSeconds(3));
    assertThat(in("refused")).containsExactly("a.csv", "a.csv.reason");
  }

  @Test
  void aFileWithoutItsEndMarkIsWaitedForAndThenRefused() throws Exception {
    scan();
    write("x.marked", "begin");
    scanAfter(Duration.ofMinutes(9));
    assertThat(in("refused")).isEmpty();
    write("x.marked", "begin end");
    scan();
    assertThat(kept.entries).hasSize(1);
    write("y.marked", "begin");
    scanAfter(Duration.ofMinutes(1));
    scanAfter(Duration.ofMinutes(10));
    assertThat(folder.resolve("refused/y.marked.reason")).content().contains("no end mark");
  }

  @Test
  void whatLayThereBeforeWeStartedIsAsOldAsItWasWrittenAndTakenOldestFirst() throws Exception {
    Files.createDirectories(folder);
    write("z.csv", CSV);
    now = START.plus(Duration.ofHours(1));
    write("a.csv", CSV);
    now = START.plus(Duration.ofHours(2));
    drop.scan(times());
    scanAfter(Duration.ofSeconds(3));
    assertThat(kept.entries)
        .extracting(entry -> entry.since())
        .containsExactly(START, START.plus(Duration.ofHours(1)));
  }

  /** At boot the clock stood in 2020; then it was set. Our own steady clock knows nothing of it. */
  @Test
  void whatAFileSaysOfItsTimeIsHeldAgainstTheWallClockThatWasSetRight() throws Exception {
    Payloads payloads = new Payloads(SITE);
    UnitsFile units = UnitsFile.open(temp.resolve("units"));
    drop =
        new DropFolder(
            FolderSettings.of(folder),
            List.of(new NationalFile(Tables.formats(), Tables.words(), payloads, units)),
            kept,
            AGE);
    scan();
    set = Duration.ofDays(365);
    write(
        "140921021337_CDSS_20270101160000.txt",
        "140921021337;模型煤矿;2027-01-01 16:00:00~"
            + "14092102133701MN000101;环境瓦斯;;0.42;%;0;2027-01-01 16:00:00~||");
    scan();

    assertThat(in("refused")).isEmpty();
    assertThat(kept.entries).hasSize(1);
    assertThat(kept.entries.get(0).since()).as("no older than it is").isEqualTo(now);
  }

  @Test
  void whatLayThereBeforeWeStartedIsAsOldByTheSteadyClockAsByTheWallClock() throws Exception {
    set = Duration.ofDays(365);
    Files.createDirectories(folder);
    Path file = write("z.csv", CSV);
    Files.setLastModifiedTime(file, FileTime.from(now.plus(set).minusSeconds(3_600)));
    drop.scan(times());
    scanAfter(Duration.ofSeconds(3));

    assertThat(kept.entries).extracting(Entry::since).containsExactly(START.minusSeconds(3_600));
  }

  @Test
  void aFileOverWhichAReaderFailsIsRefusedAndThoseBehindItAreTaken() throws Exception {
    drop =
        new DropFolder(
            FolderSettings.of(folder),
            List.of(new FailingReader(), new CsvFile(new Payloads(SITE))),
            kept,
            AGE);
    scan();
    write("a.poison", "x");
    write("b.csv", CSV);
    scan();
    scanAfter(Duration.ofSeconds(3));

    assertThat(in("refused")).containsExactly("a.poison", "a.poison.reason");
    assertThat(kept.entries).hasSize(1);
  }

  private static final class FailingReader implements FileBridge {
    @Override
    public boolean takes(String name) {
      return name.endsWith(".poison");
    }

    @Override
    public Ending ending(FileContent file) {
      throw new IllegalStateException("made up");
    }

    @Override
    public Translation translate(FileContent file, Instant at) {
      throw new IllegalStateException("made up");
    }
  }

  @Test
  void aShareThatFailsBetweenTwoNamesIsAFailureThatIsExpected() {
    IOException cause = new IOException("stale file handle");
    Iterable<Path> share =
        () -> {
          throw new DirectoryIteratorException(cause);
        };

    assertThatThrownBy(() -> Listing.all(share)).isSameAs(cause);
  }

  @Test
  void aSecondFileOfOneNameDoesNotCoverTheFirst() throws Exception {
    for (int i = 0; i < 3; i++) {
      scan();
      write("a.csv", CSV);
      scan();
      scanAfter(Duration.ofSeconds(3));
    }
    assertThat(in("done")).containsExactly("a.csv", "a.csv.2", "a.csv.3");
    drop.tidy(now.plus(Duration.ofDays(8)));
    assertThat(in("done")).isEmpty();
  }
}
