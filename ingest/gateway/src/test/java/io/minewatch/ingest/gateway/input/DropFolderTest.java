package io.minewatch.ingest.gateway.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DropFolderTest extends Dropping {
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
