package io.minewatch.alerting.app;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.api.ArchiveController;
import io.minewatch.alerting.api.EvidenceController;
import io.minewatch.alerting.api.FeedHealthController;
import io.minewatch.alerting.api.GuidanceController;
import io.minewatch.alerting.api.NoteController;
import io.minewatch.alerting.api.PastController;
import io.minewatch.alerting.api.PlatformController;
import io.minewatch.alerting.api.ReportController;
import io.minewatch.alerting.api.ReportCurves;
import io.minewatch.alerting.api.SeriesHistory;
import io.minewatch.alerting.api.ShiftController;
import io.minewatch.alerting.api.ShiftViews;
import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.desk.ArchiveFilling;
import io.minewatch.alerting.desk.RosterWatch;
import io.minewatch.alerting.desk.ShiftDesk;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.ArchiveRows;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.view.ArchiveLines;
import io.minewatch.alerting.view.IncidentViews;
import io.minewatch.alerting.view.OpenMattersNow;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is kept and printed: the archive, evidence, shifts handed over, reports. */
@Configuration(proxyBeanMethods = false)
@Import({
  ArchiveController.class,
  PastController.class,
  EvidenceController.class,
  NoteController.class,
  ShiftController.class,
  ReportController.class,
  GuidanceController.class,
  FeedHealthController.class
})
class RecordsWeb {
  @Bean
  ArchiveRows archiveRows(Store store) {
    return new ArchiveRows(store.database());
  }

  /** Beside everything else: incidents of before there was an archive are filled in. */
  @Bean
  ArchiveRounds archiveRounds(Store store, ArchiveRows rows) {
    return new ArchiveRounds(new ArchiveFilling(store, rows));
  }

  @Bean
  ArchiveLines archiveLines(Store store, Mines mines) {
    return new ArchiveLines(store, mines);
  }

  @Bean
  ShiftDesk shiftDesk(Store store, Clock clock) {
    return new ShiftDesk(store, clock);
  }

  @Bean
  OpenMattersNow openMatters(
      IncidentViews views, Latest latest, RosterWatch roster, RulePacks packs, Clock clock) {
    return new OpenMattersNow(views, latest, roster, packs, clock);
  }

  @Bean
  ShiftViews shiftViews(
      Access access, AccountRows accounts, OpenMattersNow matters, PlatformController platform) {
    return new ShiftViews(access, accounts, matters, platform);
  }

  @Bean
  ReportCurves reportCurves(Mines mines, @Nullable SeriesHistory history) {
    return new ReportCurves(mines, history);
  }
}
