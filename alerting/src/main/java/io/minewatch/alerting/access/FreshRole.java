package io.minewatch.alerting.access;

import io.minewatch.alerting.journal.AccountRows.Account;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request the role that its account has now, and ends the session of an account that is
 * gone or has another password.
 */
final class FreshRole extends OncePerRequestFilter {
  private final Present present;

  FreshRole(Present present) {
    this.present = present;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    SignedIn who = Present.behind(known);
    if (who != null) {
      Account account = present.account(who);
      SecurityContext fresh = SecurityContextHolder.createEmptyContext();
      if (account == null) {
        HttpSession session = request.getSession(false);
        if (session != null) {
          session.invalidate();
        }
      } else {
        fresh.setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                who, null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role()))));
      }
      SecurityContextHolder.setContext(fresh);
    }
    chain.doFilter(request, response);
  }
}
