package io.minewatch.series.root;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.HexFormat;

/**
 * The secret that the archive job and alerting share, and nobody else: not the store, not the
 * broker. Sums of hashes without a key can be matched by who has time to search. Refuses a secret
 * of less than {@link #LEAST} characters.
 */
public final class RootKey implements Serializable {
  /** Of random letters and digits these are well over 100 bits. */
  public static final int LEAST = 20;

  private static final long serialVersionUID = 1;
  private static final int ID_BYTES = 8;

  private final byte[] secret;

  public RootKey(String secret) {
    if (secret.length() < LEAST) {
      throw new IllegalArgumentException(
          "a root key needs " + LEAST + " characters, has " + secret.length());
    }
    this.secret = secret.getBytes(UTF_8);
  }

  /** Which key it is, without telling it. */
  public String id() {
    byte[] hash = sealer().hash("minewatch root key".getBytes(UTF_8));
    return HexFormat.of().formatHex(hash, 0, ID_BYTES);
  }

  /** What makes hashes and seals with it; for one thread. */
  public Sealer sealer() {
    return new Sealer(secret);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "root key";
  }
}
