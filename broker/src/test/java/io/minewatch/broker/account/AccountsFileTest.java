package io.minewatch.broker.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.PasswordHash;
import io.minewatch.broker.access.Role;
import io.minewatch.domain.reading.MineCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsFileTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path dir;

  @Test
  void readsWhatItHasAddedAndKeepsComments() throws Exception {
    Path file = dir.resolve("accounts");
    Files.write(file, List.of("# the demo mine", ""));
    Account judge = new Account("judge", Passwords.hash("a", RANDOM), Role.JUDGE, null);
    Account gateway =
        new Account(
            "gw-1", Passwords.hash("b", RANDOM), Role.GATEWAY, new MineCode("140921021337"));
    AccountsFile.add(file, judge);
    AccountsFile.add(file, gateway);

    assertThat(AccountsFile.read(file).all()).containsExactly(judge, gateway);
    assertThat(Files.readAllLines(file)).startsWith("# the demo mine", "").hasSize(4);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> AccountsFile.add(file, judge))
        .hasMessage(file + " has a user 'judge' already");
    try (var left = Files.list(dir)) {
      assertThat(left).containsExactlyInAnyOrder(file, dir.resolve("accounts.lock"));
    }
  }

  @Test
  void ofAccountsThatAreAddedAtTheSameTimeNoneIsLost() throws Exception {
    Path file = dir.resolve("accounts");
    PasswordHash hash = Passwords.hash("a", RANDOM);
    List<CompletableFuture<Void>> adding = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Account account = new Account("judge-" + i, hash, Role.JUDGE, null);
      adding.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  AccountsFile.add(file, account);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }));
    }
    for (CompletableFuture<Void> each : adding) {
      each.get();
    }

    assertThat(AccountsFile.read(file).all()).hasSize(16);
  }

  @Test
  void namesFileAndLineOfAllThatIsWrong() throws Exception {
    Path file = dir.resolve("accounts");
    String hash = Passwords.hash("a", RANDOM).text();
    Files.write(
        file,
        List.of(
            "judge:JUDGE:-:" + hash,
            "judge:JUDGE:-:" + hash,
            "gw:GATEWAY:-:" + hash,
            "x:KING:-:" + hash,
            "y:JUDGE:-:secret",
            "z"));
    assertThatThrownBy(() -> AccountsFile.read(file))
        .hasMessageContaining(file + ", line 2: the user 'judge' is there already, in line 1")
        .hasMessageContaining(file + ", line 3: the gateway 'gw' needs a mine")
        .hasMessageContaining(file + ", line 4: the role is one of")
        .hasMessageContaining(file + ", line 5: a password hash looks like")
        .hasMessageContaining(file + ", line 6: need user:role:mine:hash")
        .hasMessageNotContaining("secret");
  }

  @Test
  void knowsAPasswordFromAnother() {
    String password = Passwords.generate(RANDOM);
    PasswordHash hash = Passwords.hash(password, RANDOM);
    assertThat(password).hasSize(32);
    assertThat(Passwords.matches(hash, password)).isTrue();
    assertThat(Passwords.matches(PasswordHash.parse(hash.text()), password)).isTrue();
    assertThat(Passwords.matches(hash, password + "x")).isFalse();
    assertThat(Passwords.matches(hash, "")).isFalse();
    assertThat(Passwords.hash(password, RANDOM)).isNotEqualTo(hash);
    assertThatThrownBy(() -> Passwords.hash("", RANDOM)).hasMessageContaining("empty");
  }
}
