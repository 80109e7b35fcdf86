package io.minewatch.alerting.oidc;

import io.minewatch.alerting.journal.AccountRows.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a provider mean here. Only what is written in the settings is given: a value
 * that stands in no row gives nothing, and nobody has a role or a scope by default. Who would have
 * two roles or two scopes has none, as nobody can say which is meant.
 *
 * @param role the claim whose values name roles; with dots where it lies deeper
 * @param roles role by value
 * @param scope the claim whose values name scopes; may be the same one
 * @param scopes path of the jurisdiction by value; empty is the nation
 * @param name the claim with the name that people read
 */
public record Claims(
    String role, Map<String, Role> roles, String scope, Map<String, String> scopes, String name) {
  /** Of a name that is shown; what is longer is cut. */
  private static final int LONGEST_NAME = 64;

  /** What somebody may, by the claims. */
  public sealed interface Standing {}

  /**
   * One role in one scope.
   *
   * @param display the name that people read; empty if none was told
   */
  public record Granted(Role role, String scope, String display) implements Standing {}

  /** Nothing. */
  public record Refused(String reason) implements Standing {}

  public Claims {
    roles = Map.copyOf(roles);
    scopes = Map.copyOf(scopes);
    if (roles.isEmpty() || scopes.isEmpty()) {
      throw new IllegalArgumentException("needs a row of roles and one of scopes at least");
    }
  }

  /** What these claims give. */
  public Standing of(Map<String, Object> claims) {
    Set<Role> given = meant(claims, role, roles);
    Set<String> where = meant(claims, scope, scopes);
    if (given.size() != 1) {
      return new Refused(counted(given.size(), "role", role));
    }
    if (where.size() != 1) {
      return new Refused(counted(where.size(), "scope", scope));
    }
    List<String> names = values(claims, name);
    String display = names.isEmpty() ? "" : shown(names.get(0));
    return new Granted(given.iterator().next(), where.iterator().next(), display);
  }

  private static String counted(int found, String what, String claim) {
    return "the claim '%s' gives %s %s"
        .formatted(claim, found == 0 ? "no" : String.valueOf(found), found > 1 ? what + "s" : what);
  }

  private static <T> Set<T> meant(Map<String, Object> claims, String claim, Map<String, T> rows) {
    return values(claims, claim).stream()
        .filter(rows::containsKey)
        .map(rows::get)
        .collect(Collectors.toSet());
  }

  /** The texts of a claim, be it one text, a number or a list of them. */
  private static List<String> values(Map<String, Object> claims, String claim) {
    Object value = find(claims, claim);
    Collection<?> all =
        value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
    return all.stream()
        .filter(each -> each instanceof String || each instanceof Number)
        .map(String::valueOf)
        .toList();
  }

  /** A claim of this very name goes first: names may hold dots, as those that are addresses do. */
  private static @Nullable Object find(Map<?, ?> claims, String claim) {
    if (claims.containsKey(claim)) {
      return claims.get(claim);
    }
    int dot = claim.indexOf('.');
    return dot > 0 && claims.get(claim.substring(0, dot)) instanceof Map<?, ?> deeper
        ? find(deeper, claim.substring(dot + 1))
        : null;
  }

  /** Without anything that is no character of a name. */
  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}|\\p{Cf}", " ").strip();
    int most =
        plain.offsetByCodePoints(
            0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length())));
    return plain.substring(0, most);
  }
}
