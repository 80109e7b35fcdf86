package io.minewatch.alerting.app;

import io.minewatch.alerting.api.ClueController;
import io.minewatch.alerting.api.FourLineController;
import io.minewatch.alerting.desk.Canary;
import io.minewatch.alerting.desk.ClueDesk;
import io.minewatch.alerting.desk.FourLines;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePacks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of remote inspection. */
@Configuration(proxyBeanMethods = false)
@Import({FourLineController.class, ClueController.class})
final class Inspections {
  @Bean
  FourLines fourLines(Store store, Mines mines, RulePacks packs, Clock clock) {
    FourLines lines =
        new FourLines(store, mines, packs.inspection().fourLine(), packs.callout().canary(), clock);
    lines.fill();
    return lines;
  }

  @Bean
  ClueDesk clueDesk(Store store, RulePacks packs, Clock clock) {
    return new ClueDesk(store, packs.inspection().clues(), clock);
  }

  @Bean
  WatchedRounds watchedRounds(FourLines lines, Canary canary) {
    return new WatchedRounds(lines, canary);
  }
}
