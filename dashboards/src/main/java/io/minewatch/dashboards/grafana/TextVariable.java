package io.minewatch.dashboards.grafana;

/**
 * A text that the reader may change.
 *
 * @param query what stands there at first
 */
public record TextVariable(String type, String name, String label, String query)
    implements Variable {}
