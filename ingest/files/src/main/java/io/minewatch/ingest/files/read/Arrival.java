package io.minewatch.ingest.files.read;

import java.time.Instant;
import java.util.Objects;

/** A file as it lies in the drop folder. The bytes are not copied and must not be changed. */
public final class Arrival {
  private final String name;
  private final byte[] bytes;
  private final Instant firstSeen;
  private final Instant now;

  /**
   * Takes a file.
   *
   * @param name without folder
   * @param firstSeen when it was first met, wall time
   * @param now wall time
   */
  public Arrival(String name, byte[] bytes, Instant firstSeen, Instant now) {
    this.name = Objects.requireNonNull(name, "name");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.firstSeen = Objects.requireNonNull(firstSeen, "firstSeen");
    this.now = Objects.requireNonNull(now, "now");
  }

  public String name() {
    return name;
  }

  /** The bytes themselves, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  public Instant firstSeen() {
    return firstSeen;
  }

  public Instant now() {
    return now;
  }
}
