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
 * header line (comma, semicolon, tab, blanks); {@code .gz} on top of either. Lines that begin with
 * {@code #} are comments. Cells may stand in double quotes; sparse ARFF rows and quotes that do not
 * end in their line are refused, not guessed.
 */
public final class Recording implements AutoCloseable {
  private static final String BLANKS = "\\s+";

  private final Path file;
  private final BufferedReader in;
  private final List<String> names;
  private final String separator;
  private final boolean arff;
  private int line;

  private Recording(Path file, BufferedReader in, boolean arff, List<String> header)
      throws IOException {
    this.file = file;
    this.in = in;
    this.arff = arff;
    if (arff) {
      this.names = arffNames();
      this.separator = ",";
    } else if (!header.isEmpty()) {
      this.names = List.copyOf(header);
      this.separator = BLANKS;
    } else {
      String first = content();
      if (first == null) {
        throw refused("no header line");
      }
      this.separator = first.contains("\t") ? "\t" : first.contains(";") ? ";" : ",";
      this.names = List.of(cells(first));
    }
  }

  /**
   * Opens a recording and reads its header.
   *
   * @throws IOException if it cannot be read or its header is not understood
   */
  public static Recording open(Path file) throws IOException {
    return open(file, List.of());
  }

  /**
   * Opens a recording that has no header of its own; its cells are parted by blanks.
   *
   * @param header names of its columns; empty if it has them itself
   */
  public static Recording open(Path file, List<String> header) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean packed = name.endsWith(".gz");
    boolean arff = (packed ? name.substring(0, name.length() - 3) : name).endsWith(".arff");
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream plain = packed ? new GZIPInputStream(bytes) : bytes;
      return new Recording(
          file,
          new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)),
          arff,
          header);
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
    if (row.startsWith("{")) {
      throw refused("sparse rows are not read");
    }
    String[] cells = cells(row);
    if (cells.length != names.size()) {
      throw refused(cells.length + " cells, the header has " + names.size());
    }
    return cells;
  }

  /** Says where the last row was, for a message. */
  public IOException refused(String why) {
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

  /** The next line that says something: not empty and no comment. */
  private @Nullable String content() throws IOException {
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      String bare = text.strip();
      if (!bare.isEmpty() && !bare.startsWith(arff ? "%" : "#")) {
        return bare;
      }
    }
    return null;
  }

  private String[] cells(String row) throws IOException {
    String[] cells = row.indexOf('"') >= 0 ? quoted(row) : row.split(separator, -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip();
    }
    return cells;
  }

  private String[] quoted(String row) throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '"') {
        inside = !inside;
      } else if (!inside && row.startsWith(separator, i)) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (inside) {
      throw refused("a quote does not end");
    }
    cells.add(cell.toString());
    return cells.toArray(String[]::new);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
