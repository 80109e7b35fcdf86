package io.minewatch.alerting.export;

import java.util.ArrayList;
import java.util.List;

/**
 * A table to take along.
 *
 * @param name of the file, without its ending
 * @param title of the sheet, in the reader's language
 * @param columns in order
 * @param rows each with a cell for every column
 * @param remarks what has to be known to read it: pairs of a word and what is said
 */
public record Export(
    String name, String title, List<Column> columns, List<List<Cell>> rows, List<Remark> remarks) {
  /**
   * A column.
   *
   * @param key by which programs know it; never changed
   * @param heading in the reader's language, with the unit
   */
  public record Column(String key, String heading) {}

  /** Something said about the table. */
  public record Remark(String word, Cell said) {}

  public Export {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    remarks = List.copyOf(remarks);
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has a cell for each of %d columns, had %d"
                .formatted(columns.size(), row.size()));
      }
    }
  }

  /** The same with one thing more said about it. */
  public Export with(Remark remark) {
    List<Remark> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Export(name, title, columns, rows, all);
  }
}
