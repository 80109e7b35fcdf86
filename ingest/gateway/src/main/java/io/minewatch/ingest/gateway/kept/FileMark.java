package io.minewatch.ingest.gateway.kept;

import java.util.Objects;

/**
 * Says that a file is in the queue, kept with its messages: if the process dies before the file is
 * moved away, the next start knows not to take it again.
 *
 * @param path where the file lies
 * @param mark tells this file from a later one of the same name
 */
public record FileMark(String path, String mark) {
  public FileMark {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(mark, "mark");
  }
}
