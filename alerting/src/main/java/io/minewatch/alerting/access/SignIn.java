package io.minewatch.alerting.access;

import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.AccountRows.Account;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks name and password; who failed repeatedly waits, see {@link Lockouts}. */
public final class SignIn implements AuthenticationProvider {
  private final AccountRows accounts;
  private final PasswordEncoder encoder;
  private final Clock clock;
  private final String decoy;
  private final Lockouts lockouts = new Lockouts();

  public SignIn(AccountRows accounts, PasswordEncoder encoder, Clock clock) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.clock = clock;
    this.decoy =
        Objects.requireNonNull(
            encoder.encode("no account has this")); // an unknown name takes as long
  }

  /** Who is signed in; the role is read for each request, see {@link FreshRole}. */
  @Override
  public Authentication authenticate(Authentication request) {
    String name = request.getName();
    String password = String.valueOf(request.getCredentials());
    String address = address(request);
    Instant until = lockouts.lockedUntil(name, address, clock.instant());
    if (until != null) {
      throw new LockedException("too many failures, locked until " + until);
    }
    Account found = accounts.find(name);
    Account account = found == null || !found.hasPassword() ? null : found;
    boolean right = encoder.matches(password, account == null ? decoy : account.hash());
    if (account == null || !right) {
      lockouts.failed(name, address, clock.instant());
      throw new BadCredentialsException("unknown name or wrong password");
    }
    lockouts.succeeded(name, address);
    return UsernamePasswordAuthenticationToken.authenticated(SignedIn.of(account), null, List.of());
  }

  private static String address(Authentication request) {
    return request.getDetails() instanceof WebAuthenticationDetails details
        ? Objects.requireNonNullElse(details.getRemoteAddress(), "")
        : "";
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
