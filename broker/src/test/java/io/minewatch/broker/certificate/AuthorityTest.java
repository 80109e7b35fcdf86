package io.minewatch.broker.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
  @TempDir Path temp;

  /** A folder with the names of an authority: nothing of it is read before the refusal. */
  private Authority authority() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("ca"));
    for (String name :
        new String[] {"ca.p12", "ca.password", "ca.crt", "clients.p12", "clients.password"}) {
      Files.createFile(folder.resolve(name));
    }
    return Authority.of(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".password", ".csr", ".crt"})
  void aFileThatIsThereAlreadyIsLeftAsItIs(String ending) throws Exception {
    Path there = Files.writeString(temp.resolve("gateway.p12" + ending), "of somebody");
    Authority authority = authority();
    assertThatThrownBy(
            () -> authority.issue("gw-01", temp.resolve("gateway.p12"), new SecureRandom()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gateway.p12" + ending + " is there already");
    assertThat(there).hasContent("of somebody");
    try (var files = Files.list(temp)) {
      assertThat(files).containsExactlyInAnyOrder(there, temp.resolve("ca"));
    }
  }
}
