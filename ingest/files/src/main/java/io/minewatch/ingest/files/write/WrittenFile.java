package io.minewatch.ingest.files.write;

import java.util.Objects;

/** A file as it would be dropped. The bytes are not copied and must not be changed. */
public final class WrittenFile {
  private final String name;
  private final byte[] bytes;

  WrittenFile(String name, byte[] bytes) {
    this.name = Objects.requireNonNull(name, "name");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
  }

  public String name() {
    return name;
  }

  /** The bytes themselves, not a copy. */
  public byte[] bytes() {
    return bytes;
  }
}
