package io.minewatch.standalone.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.series.root.RootKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir Path folder;

  @Test
  void aPasswordIsMadeOnceAndKept() throws Exception {
    Path file = folder.resolve("secrets");
    String first = SecretFile.open(file).get("broker.judge");

    assertThat(first).hasSize(20);
    assertThat(SecretFile.open(file).get("broker.judge")).isEqualTo(first);
    assertThat(SecretFile.open(file).get("broker.archive")).isNotEqualTo(first);
    assertThat(new RootKey(first).id()).as("long enough to be a key").isNotEmpty();
  }

  @Test
  void onlyTheOwnerCanReadTheFile() throws Exception {
    Path file = folder.resolve("secrets");
    SecretFile.open(file).get("a");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws Exception {
    Path file = folder.resolve("secrets");
    SecretFile.open(file).get("a");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> SecretFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600");
  }
}
