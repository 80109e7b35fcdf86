package io.minewatch.ingest.gateway.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.national.NationalFile;
import io.minewatch.ingest.gateway.national.UnitsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileAgeTest extends Dropping {
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
}
