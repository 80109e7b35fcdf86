package io.minewatch.alerting.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What looks into the series store by itself, each on a thread of its own. */
@Configuration(proxyBeanMethods = false)
final class SeriesRounds {
  @Bean
  DataRootRounds dataRoots(
      @Nullable SeriesStore series, Store store, Mines mines, Clock clock, MeterRegistry meters) {
    return new DataRootRounds(series, store, mines, clock, meters);
  }

  @Bean
  RewriteRounds rewriteRounds(@Nullable SeriesStore series, Troubles troubles, Clock clock) {
    return new RewriteRounds(series, troubles, clock);
  }
}
