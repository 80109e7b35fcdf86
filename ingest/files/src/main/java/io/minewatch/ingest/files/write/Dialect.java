package io.minewatch.ingest.files.write;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The marks of a file.
 *
 * @param separator ends the header and every record
 * @param end ends the file
 * @param prefix before the type in the file name
 */
public record Dialect(char separator, String end, Charset charset, String prefix) {
  public static final Dialect COAL = new Dialect('~', "||", StandardCharsets.UTF_8, "");
  public static final Dialect NON_COAL = new Dialect('^', "]]]", StandardCharsets.UTF_8, "N");

  public Dialect {
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(prefix, "prefix");
  }
}
