package io.minewatch.dashboards.grafana;

/** A list or a field at the top of a dashboard. */
public sealed interface Variable permits QueryVariable, TextVariable {
  /** A drop-down list filled by a query. */
  static QueryVariable query(String name, String label, DatasourceRef source, String query) {
    return new QueryVariable(
        "query",
        name,
        label,
        source,
        query,
        QueryVariable.ON_TIME_RANGE_CHANGE,
        QueryVariable.ASCENDING);
  }

  /** A text that the reader may change. */
  static TextVariable text(String name, String label, String otherwise) {
    return new TextVariable("textbox", name, label, otherwise);
  }
}
