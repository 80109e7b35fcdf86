package io.minewatch.alerting.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.evidence.ProvenHours;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.root.ToldRoots;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What looks into the series store by itself, each on a thread of its own. */
@Configuration(proxyBeanMethods = false)
final class SeriesRounds {
  @Bean
  ProvenHours.Ground ground(Store store, Mines mines, ToldRoots told, Clock clock) {
    return new ProvenHours.Ground(store, mines, told, clock);
  }

  @Bean
  DataRootRounds dataRoots(
      @Nullable SeriesStore series,
      ProvenHours.Ground ground,
      Troubles troubles,
      MeterRegistry meters) {
    return new DataRootRounds(series, ground, troubles, meters);
  }

  @Bean
  RewriteRounds rewriteRounds(@Nullable SeriesStore series, Troubles troubles, Clock clock) {
    return new RewriteRounds(series, troubles, clock);
  }
}
