package io.minewatch.alerting.app;

import io.minewatch.alerting.api.BookController;
import io.minewatch.alerting.api.ClueController;
import io.minewatch.alerting.api.FourLineController;
import io.minewatch.alerting.api.SealController;
import io.minewatch.alerting.desk.BookDesk;
import io.minewatch.alerting.desk.Canary;
import io.minewatch.alerting.desk.ClueDesk;
import io.minewatch.alerting.desk.FourLineFill;
import io.minewatch.alerting.desk.FourLines;
import io.minewatch.alerting.desk.LostPoints;
import io.minewatch.alerting.desk.Repeats;
import io.minewatch.alerting.desk.SealDesk;
import io.minewatch.alerting.desk.SeenShifts;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Suspicions;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of remote inspection. */
@Configuration(proxyBeanMethods = false)
@Import({
  FourLineController.class,
  ClueController.class,
  SealController.class,
  BookController.class
})
final class Inspections {
  @Bean
  FourLines fourLines(Store store, Mines mines, RulePacks packs, Clock clock) {
    return new FourLines(
        store, mines, packs.inspection().fourLine(), packs.callout().canary(), clock);
  }

  @Bean
  ClueDesk clueDesk(Store store, RulePacks packs, Clock clock) {
    return new ClueDesk(
        store, packs.inspection().clues(), packs.inspection().suspicions().within(), clock);
  }

  @Bean
  LostPoints.Terms suspicionTerms(RulePacks packs) {
    return new LostPoints.Terms(packs.inspection().suspicions(), packs.inspection().fourLine());
  }

  @Bean
  Suspicions suspicions(
      Store store,
      ClueDesk clues,
      FourLines lines,
      Mines mines,
      LostPoints.Terms terms,
      Clock clock) {
    return new Suspicions(store, clues, mines, new LostPoints(store, lines, terms, clock));
  }

  @Bean
  Repeats repeats(
      Store store,
      ClueDesk clues,
      FourLines lines,
      Mines mines,
      LostPoints.Terms terms,
      Clock clock) {
    return new Repeats(store, clues, lines, mines, terms, clock);
  }

  @Bean
  SealDesk sealDesk(Store store, ClueDesk clues, Mines mines, RulePacks packs, Clock clock) {
    return new SealDesk(store, clues, mines, packs.inspection().seal(), clock);
  }

  @Bean
  BookDesk bookDesk(Store store, ClueDesk clues, Mines mines, RulePacks packs, Clock clock) {
    return new BookDesk(store, clues, mines, packs.inspection().books(), clock);
  }

  @Bean
  SeenShifts seenShifts(BookDesk books, Mines mines, Clock clock) {
    return new SeenShifts(books, mines, clock);
  }

  @Bean
  SuspicionRounds.Slow slowRounds(
      Repeats repeats, SealDesk seals, BookDesk books, SeenShifts shifts) {
    return new SuspicionRounds.Slow(repeats, seals, books, shifts);
  }

  @Bean
  SuspicionRounds suspicionRounds(
      Suspicions suspicions,
      ClueDesk clues,
      SuspicionRounds.Slow slow,
      @Nullable SeriesStore series) {
    return new SuspicionRounds(suspicions, clues, slow, series);
  }

  @Bean
  WatchedRounds watchedRounds(FourLines lines, Canary canary, Store store, Clock clock) {
    return new WatchedRounds(lines, new FourLineFill(store, clock), canary);
  }
}
