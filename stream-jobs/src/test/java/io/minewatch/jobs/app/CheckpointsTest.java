package io.minewatch.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir private Path folder;

  @Test
  void withoutAFolderThereIsNothingToResumeFrom() {
    assertThat(Checkpoints.newest(folder.resolve("never"))).isEmpty();
  }

  @Test
  void theHighestCompletedCheckpointOfAnyRunIsTheNewest() throws IOException {
    checkpoint("run-b", "chk-9", "x");
    checkpoint("run-a", "chk-10", "x");
    checkpoint("run-a", "chk-12", ""); // begun, not completed
    Files.createDirectories(folder.resolve("run-a/chk-13"));
    checkpoint("run-a", "shared", "x");

    assertThat(Checkpoints.newest(folder)).contains(folder.resolve("run-a/chk-10"));
  }

  private void checkpoint(String run, String name, String metadata) throws IOException {
    Path path = Files.createDirectories(folder.resolve(run).resolve(name));
    Files.writeString(path.resolve("_metadata"), metadata);
  }
}
