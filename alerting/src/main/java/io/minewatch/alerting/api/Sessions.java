package io.minewatch.alerting.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The one way in which a session begins, and the one in which it ends. */
final class Sessions {
  private static final String LEAVE = Sessions.class.getName();
  private static final HttpSessionSecurityContextRepository SESSIONS =
      new HttpSessionSecurityContextRepository();

  private Sessions() {}

  /**
   * Begins one; one from before the sign-in, whose cookie comes along, is worth nothing after it.
   *
   * @param leave where the person signs out as well; null for nowhere
   */
  static void begin(
      Authentication who,
      @Nullable String leave,
      HttpServletRequest request,
      HttpServletResponse response) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(who);
    SecurityContextHolder.setContext(context);
    SESSIONS.saveContext(context, request, response);
    if (leave != null) {
      request.getSession().setAttribute(LEAVE, leave);
    }
  }

  /** Ends one that may be over already, or none. */
  static void end(@Nullable HttpSession session) {
    if (session != null) {
      try {
        session.invalidate();
      } catch (IllegalStateException e) { // it was over
      }
    }
  }

  /** Ends it, and answers where the person signs out as well; null for nowhere. */
  static @Nullable String end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String leave = null;
    if (session != null) {
      leave = session.getAttribute(LEAVE) instanceof String place ? place : null;
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    return leave;
  }
}
