package io.minewatch.broker.access;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Name;
import org.jspecify.annotations.Nullable;

/**
 * One who may sign in to the bus. Refuses a gateway without a mine, and a program of the platform
 * bound to one.
 *
 * @param user as in {@link Name}, without a colon
 * @param mine the only mine it may touch; a gateway has one, an observer may have one
 */
public record Account(String user, PasswordHash passwordHash, Role role, @Nullable MineCode mine) {
  public Account {
    Name.require("a user", user);
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user has no ':' in its name, was '" + user + "'");
    }
    if (role == Role.GATEWAY && mine == null) {
      throw new IllegalArgumentException("the gateway '" + user + "' needs a mine");
    }
    if (role != Role.GATEWAY && role != Role.OBSERVER && mine != null) {
      throw new IllegalArgumentException(
          "'" + user + "' has role " + role + ", which serves every mine and is bound to none");
    }
  }
}
