package io.minewatch.ingest.gateway.bridge;

import java.time.Instant;
import java.util.Objects;

/** A file as it was read. The bytes are not copied and must not be changed. */
public final class FileContent {
  private final String name;
  private final byte[] bytes;
  private final Instant written;
  private final Instant came;

  /** A file that came when it was written. */
  public FileContent(String name, byte[] bytes, Instant written) {
    this(name, bytes, written, written);
  }

  /**
   * A file.
   *
   * @param name without its folder
   * @param written when it was last written, by the file system
   * @param came when it came within our reach, by a clock that never jumps
   */
  public FileContent(String name, byte[] bytes, Instant written, Instant came) {
    this.name = Objects.requireNonNull(name, "name");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.written = Objects.requireNonNull(written, "written");
    this.came = Objects.requireNonNull(came, "came");
  }

  public String name() {
    return name;
  }

  /** The bytes themselves, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  public Instant written() {
    return written;
  }

  public Instant came() {
    return came;
  }
}
