package io.minewatch.alerting.api;

import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.AccountRows.Account;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks name and password, and locks an account for a while after repeated failures. */
public final class SignIn implements AuthenticationProvider {
  private final AccountRows accounts;
  private final PasswordEncoder encoder;
  private final Clock clock;
  private final String decoy;

  public SignIn(AccountRows accounts, PasswordEncoder encoder, Clock clock) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.clock = clock;
    this.decoy =
        Objects.requireNonNull(
            encoder.encode("no account has this")); // an unknown name takes as long
  }

  /** Who is signed in: the name only, so that a session outlives a change of the account's row. */
  @Override
  public Authentication authenticate(Authentication request) {
    String name = request.getName();
    String password = String.valueOf(request.getCredentials());
    Account account = accounts.find(name);
    if (account == null) {
      encoder.matches(password, decoy);
      throw new BadCredentialsException("unknown name or wrong password");
    }
    if (account.lockedUntil().isAfter(clock.instant())) {
      throw new LockedException("too many failures, locked until " + account.lockedUntil());
    }
    if (!encoder.matches(password, account.hash())) {
      accounts.failed(name, clock.instant());
      throw new BadCredentialsException("unknown name or wrong password");
    }
    accounts.succeeded(name);
    return UsernamePasswordAuthenticationToken.authenticated(
        name, null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
