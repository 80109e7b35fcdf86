package io.minewatch.series.connect;

import io.minewatch.domain.reading.Measure;
import io.minewatch.series.influx.InfluxRetention;
import io.minewatch.series.questdb.QuestDbTables;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.Retention;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings about that what is recorded goes when its class is not kept any longer. */
public final class SeriesRetention {
  private SeriesRetention() {}

  /**
   * Has a server keep what it records as long as said: QuestDB is told once and drops whole days by
   * itself, of InfluxDB what is too old now is deleted. To be called every day.
   *
   * @return what this server cannot do or refuses, for a person, a line each; empty if nothing
   * @throws io.minewatch.series.store.SeriesException if it cannot be reached
   */
  public static List<String> apply(SeriesServer server, Retention retention, Instant now) {
    SeriesServer known = Flavours.resolve(server);
    Map<String, Duration> kept = byMeasurement(retention);
    return known.flavour() == Flavour.QUESTDB
        ? QuestDbTables.keep(known, kept)
        : InfluxRetention.expire(known, kept, now);
  }

  /**
   * Tells a QuestDB at once; of another server nothing goes before {@link #apply} is called.
   *
   * @return as {@link #apply}
   */
  public static List<String> tell(SeriesServer server, Retention retention) {
    SeriesServer known = Flavours.resolve(server);
    return known.flavour() == Flavour.QUESTDB
        ? QuestDbTables.keep(known, byMeasurement(retention))
        : List.of();
  }

  /** How long each measurement is kept. */
  static Map<String, Duration> byMeasurement(Retention retention) {
    Map<String, Duration> kept = new TreeMap<>();
    for (Measure measure : Measure.values()) {
      kept.put(Series.measurement(measure), retention.readings());
    }
    kept.put(Lines.UNREGISTERED, retention.readings());
    kept.put(Lines.FEED, retention.readings());
    kept.put(Lines.HOLE, retention.readings());
    kept.put(Lines.STATISTIC, retention.records());
    kept.put(Lines.REWRITE, retention.records());
    kept.put(Lines.POSITION, retention.people());
    kept.put(Lines.OWN_ALARM, retention.people());
    return kept;
  }
}
