package io.minewatch.ingest.gateway.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.ingest.gateway.bridge.CsvFile;
import io.minewatch.ingest.gateway.message.Payloads;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedFileTest extends Dropping {
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

  @Test
  void aShareThatFailsBetweenTwoNamesIsAFailureThatIsExpected() {
    IOException cause = new IOException("stale file handle");
    Iterable<Path> share =
        () -> {
          throw new DirectoryIteratorException(cause);
        };

    assertThatThrownBy(() -> Listing.all(share)).isSameAs(cause);
  }
}
