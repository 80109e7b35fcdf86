package io.minewatch.alerting.app;

import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.KeyRows;
import io.minewatch.alerting.roster.CardKey;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Keys that all instances on one database share, made by whoever starts first. */
final class SharedKeys {
  private static final int BYTES = 32;

  private SharedKeys() {}

  /** What cards are masked with. */
  static CardKey cards(Database database) {
    byte[] made = new byte[BYTES];
    new SecureRandom().nextBytes(made);
    KeyRows keys = new KeyRows(database);
    return new CardKey(database.write(() -> keys.keep("cards", HexFormat.of().formatHex(made))));
  }
}
