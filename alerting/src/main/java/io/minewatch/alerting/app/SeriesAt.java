package io.minewatch.alerting.app;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the series store is, as the settings file says it. */
final class SeriesAt {
  private SeriesAt() {}

  /** Reads the part of the file; null where it is not sound, which the problems then tell. */
  static @Nullable SeriesServer read(Fields fields, String secret, Problems problems) {
    String url = fields.text("url");
    String flavour = fields.text("flavour", "auto");
    String database = fields.text("database", "minewatch");
    String org = fields.text("org", "");
    String user = fields.text("user", "");
    fields.refuseOthers();
    try {
      Flavour spoken = Flavour.valueOf(flavour.toUpperCase(Locale.ROOT));
      return new SeriesServer(URI.create(url), spoken, database, org, user, secret);
    } catch (IllegalArgumentException e) {
      problems.add("series", String.valueOf(e.getMessage()));
      return null;
    }
  }
}
