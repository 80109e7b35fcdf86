package io.minewatch.alerting.oidc;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * The sign-ins that were begun and have not come back. Each belongs to the browser that holds its
 * key, and comes back once.
 */
final class Attempts {
  /** A person types a password and perhaps a second factor meanwhile. */
  static final Duration VALID = Duration.ofMinutes(10);

  /** Begun at once; beyond it the oldest is forgotten, and its person begins again. */
  static final int MOST = 10_000;

  private static final int KEY_BYTES = 32;

  /** Begun at once at one address; beyond it the oldest of that address is forgotten. */
  static final int MOST_OF_ADDRESS = 100;

  /** What was begun, and the session that was there then. */
  record Begun(
      OAuth2AuthorizationRequest request,
      @Nullable HttpSession session,
      String address,
      Instant at) {}

  private final SecureRandom random = new SecureRandom();

  private final Map<String, Begun> begun =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Begun> eldest) {
          return size() > MOST;
        }
      };

  /** Keeps it, and answers its key. Those that come back no more take their sessions along. */
  synchronized String keep(
      OAuth2AuthorizationRequest request,
      @Nullable HttpSession session,
      String address,
      Instant now) {
    forget(now);
    List<String> same =
        begun.entrySet().stream()
            .filter(each -> each.getValue().address().equals(address))
            .map(Map.Entry::getKey)
            .toList();
    if (same.size() >= MOST_OF_ADDRESS) {
      begun.remove(same.get(0));
    }
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String key = HexFormat.of().formatHex(bytes);
    begun.put(key, new Begun(request, session, address, now));
    return key;
  }

  /** They began one after the other: where one may still come back, all after it may. */
  private void forget(Instant now) {
    Iterator<Begun> eldest = begun.values().iterator();
    while (eldest.hasNext() && isOver(eldest.next(), now)) {
      eldest.remove();
    }
  }

  private static boolean isOver(Begun each, Instant now) {
    return now.isAfter(each.at().plus(VALID));
  }

  /** How many may still come back. */
  synchronized int count(Instant now) {
    forget(now);
    return begun.size();
  }

  /** Gives it back and forgets it; null if there is none, or it began too long ago. */
  synchronized @Nullable Begun take(String key, Instant now) {
    Begun found = begun.remove(key);
    return found == null || isOver(found, now) ? null : found;
  }
}
