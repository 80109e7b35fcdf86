package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.LastAdministrator;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.desk.Register.Password;
import io.minewatch.alerting.desk.VouchedAccounts;
import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.journal.AccountRows.Way;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The accounts, for administrators, each within the own scope. A change counts from the next
 * request on; open streams follow at once.
 */
@RestController
public class AccountController {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final int SHORTEST_PASSWORD = 12;

  /** bcrypt reads no further. */
  private static final int LONGEST_PASSWORD_BYTES = 72;

  private final AccountRows rows;
  private final Access access;
  private final Present present;
  private final PasswordEncoder encoder;
  private final Streams streams;
  private final Register register;
  private final VouchedAccounts vouched;

  public AccountController(
      AccountRows rows,
      Access access,
      Present present,
      PasswordEncoder encoder,
      Streams streams,
      Register register,
      VouchedAccounts vouched) {
    this.vouched = vouched;
    this.rows = rows;
    this.access = access;
    this.present = present;
    this.encoder = encoder;
    this.streams = streams;
    this.register = register;
  }

  /**
   * An account without its password.
   *
   * @param way how one signs in to it
   * @param tag changes with anything of it; an edit may name it in {@code If-Match}
   */
  public record AccountView(
      String name, String display, Role role, String scope, Way way, String tag) {
    static AccountView of(Account account) {
      return new AccountView(
          account.name(),
          account.display(),
          account.role(),
          account.scope(),
          account.way(),
          account.tag());
    }
  }

  /** What an account is to be; without a password it keeps the one that it has. */
  public record AccountBody(
      @Nullable String display,
      @Nullable Role role,
      @Nullable String scope,
      @Nullable String password) {
    @Override
    public String toString() {
      return "account body " + role + " " + scope;
    }
  }

  @GetMapping("/api/accounts")
  public List<AccountView> accounts(Principal who) {
    Account by = Refusals.account(present, who);
    return rows.all().stream()
        .filter(each -> Access.covers(by, each.scope()))
        .map(AccountView::of)
        .toList();
  }

  @PutMapping("/api/accounts/{name}")
  public AccountView save(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
      @RequestBody AccountBody body,
      Principal who) {
    Account by = Refusals.account(present, who);
    Account known = changeable(by, name);
    EntityTags.refuseOther(match, known == null ? null : known.tag());
    String scope = body.scope();
    Role role = body.role();
    if (!NAME.matcher(name).matches() || scope == null || role == null) {
      throw bad("an account needs a name of " + NAME + ", a role and a scope");
    }
    if (!Access.covers(by, scope) || !access.isScope(scope)) {
      throw bad("no mine lies in the scope '" + scope + "', or it is wider than yours");
    }
    String hash = hash(body.password(), known);
    Account account =
        new Account(name, Objects.requireNonNullElse(body.display(), name), role, scope, hash);
    if (known != null) {
      refuseTheLast(known, account);
    }
    Password password = body.password() == null ? Password.KEPT : Password.CHANGED;
    if (!register.saved(account, known, by.name(), password)) {
      throw EntityTags.changed();
    }
    streams.accountsChanged();
    return AccountView.of(account);
  }

  private String hash(@Nullable String password, @Nullable Account known) {
    if (password == null) {
      if (known == null) {
        throw bad("a new account needs a password");
      }
      return known.hash();
    }
    if (password.length() < SHORTEST_PASSWORD
        || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
      throw bad(
          "a password has at least %d characters and at most %d bytes"
              .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD_BYTES));
    }
    return Objects.requireNonNull(encoder.encode(password), "an encoder encodes");
  }

  private void refuseTheLast(Account known, @Nullable Account becomes) {
    if (LastAdministrator.goes(known, becomes, rows.all())) {
      throw bad("the last administrator with a password stays one");
    }
  }

  /**
   * Removes an account. One of the provider of identities is barred by it, so that its person does
   * not come in again at once; the next time removes it, and lets the provider's word count. As the
   * same request does two things, it has to name in {@code If-Match} what was seen.
   */
  @DeleteMapping("/api/accounts/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void delete(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
      Principal who) {
    Account by = Refusals.account(present, who);
    Account known = changeable(by, name);
    EntityTags.refuseOther(match, known == null ? null : known.tag());
    if (known == null) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no account " + name);
    }
    if (match == null && !known.hasPassword()) {
      throw new Refusals.Problem(
          HttpStatus.PRECONDITION_REQUIRED, "If-Match has to name the account that you saw");
    }
    refuseTheLast(known, null);
    boolean done =
        known.way() == Way.VOUCHED
            ? vouched.barred(known, by.name())
            : register.removed(known, by.name());
    if (!done) {
      throw EntityTags.changed();
    }
    streams.accountsChanged();
  }

  /** The account of this name, or null; refuses the own one, and one beyond the own scope. */
  private @Nullable Account changeable(Account by, String name) {
    if (by.name().equals(name)) {
      throw bad("your own account is changed by another administrator");
    }
    Account known = rows.find(name);
    if (known != null && !Access.covers(by, known.scope())) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no account " + name);
    }
    return known;
  }

  private static Refusals.Problem bad(String detail) {
    return new Refusals.Problem(HttpStatus.BAD_REQUEST, detail);
  }
}
