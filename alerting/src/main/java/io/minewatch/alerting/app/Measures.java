package io.minewatch.alerting.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.desk.Canary;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.meter.ChainMeters;
import io.minewatch.alerting.meter.Depths;
import io.minewatch.alerting.meter.FeedMeters;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePacks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told to Prometheus beside what each part tells of itself. */
@Configuration(proxyBeanMethods = false)
final class Measures {
  @Bean
  FeedMeters feedMeters(
      MeterRegistry meters, Latest latest, Mines mines, RulePacks packs, Clock clock) {
    return new FeedMeters(
        meters,
        latest,
        () -> mines.all().stream().map(mine -> mine.plan().mine().value()).toList(),
        packs.callout().freshness(),
        clock);
  }

  @Bean
  ChainMeters chainMeters(MeterRegistry meters, Store store, Canary canary, Clock clock) {
    ChainMeters chain = new ChainMeters(meters, clock);
    store.steps().heardBy(chain::took);
    Depths.register(meters, store, clock);
    canary.metered(meters);
    return chain;
  }
}
