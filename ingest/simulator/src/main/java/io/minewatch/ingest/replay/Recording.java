package io.minewatch.ingest.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of recorded cells, read row by row: ARFF ({@code .arff}) or else separated text with a
 * header line (comma, semicolon or tab); {@code .gz} on top of either. Quoted cells and sparse ARFF
 * rows are refused, not guessed.
 */
public final class Recording implements AutoCloseable {
  private final Path file;
  private final BufferedReader in;
  private final List<String> names;
  private final String separator;
  private final boolean arff;
  private int line;

  private Recording(Path file, BufferedReader in, boolean arff) throws IOException {
    this.file = file;
    this.in = in;
    this.arff = arff;
    if (arff) {
      this.names = arffNames();
      this.separator = ",";
    } else {
      String header = content();
      if (header == null) {
        throw refused("no header line");
      }
      this.separator = header.contains("\t") ? "\t" : header.contains(";") ? ";" : ",";
      this.names = List.of(cells(header, separator));
    }
  }

  /**
   * Opens a recording and reads its header.
   *
   * @throws IOException if it cannot be read or its header is not understood
   */
  public static Recording open(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean packed = name.endsWith(".gz");
    boolean arff = (packed ? name.substring(0, name.length() - 3) : name).endsWith(".arff");
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream plain = packed ? new GZIPInputStream(bytes) : bytes;
      return new Recording(
          file, new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)), arff);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** The names of the columns, in the order of the cells. */
  public List<String> names() {
    return names;
  }

  /**
   * The next row's cells, or null after the last.
   *
   * @throws IOException naming file and line if the row has not as many cells as the header
   */
  public String @Nullable [] next() throws IOException {
    String row = content();
    if (row == null) {
      return null;
    }
    if (row.startsWith("{") || row.indexOf('"') >= 0) {
      throw refused("quoted or sparse rows are not read");
    }
    String[] cells = cells(row, separator);
    if (cells.length != names.size()) {
      throw refused(cells.length + " cells, the header has " + names.size());
    }
    return cells;
  }

  /** Says where the last row was, for a message. */
  IOException refused(String why) {
    return new IOException(file + " line " + line + ": " + why);
  }

  private List<String> arffNames() throws IOException {
    List<String> found = new ArrayList<>();
    for (String text = content(); text != null; text = content()) {
      String lower = text.toLowerCase(Locale.ROOT);
      if (lower.startsWith("@data")) {
        return List.copyOf(found);
      }
      if (lower.startsWith("@attribute")) {
        found.add(attribute(text.substring("@attribute".length()).strip()));
      }
    }
    throw refused("no @DATA");
  }

  private String attribute(String text) throws IOException {
    char quote = text.isEmpty() ? ' ' : text.charAt(0);
    boolean quoted = quote == '\'' || quote == '"';
    int end = quoted ? text.indexOf(quote, 1) : text.replace('\t', ' ').indexOf(' ');
    if (end < 1) {
      throw refused("an attribute has a name and a type");
    }
    return text.substring(quoted ? 1 : 0, end);
  }

  /** The next line that says something: not empty and, in ARFF, no comment. */
  private @Nullable String content() throws IOException {
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      String bare = text.strip();
      if (!bare.isEmpty() && !(arff && bare.startsWith("%"))) {
        return bare;
      }
    }
    return null;
  }

  private static String[] cells(String row, String separator) {
    String[] cells = row.split(separator, -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip();
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
