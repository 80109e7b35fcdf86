package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.bus.OutboxPublisher;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class ProbesTest {
  private final Probes probes = new Probes();

  @Test
  void withoutItsDatabaseItIsReadyForNothingAndAliveAllTheSame(@TempDir Path folder) {
    AlertingSettings.DatabaseAt at = AlertingSettings.DatabaseAt.file(folder.resolve("a.db"));
    Database database = Database.open(at.url(), at.user(), at.password());
    AtomicLong now = new AtomicLong();
    DatabaseProbe probe = new DatabaseProbe(Store.of(database).database()::isAlive, now::get);
    HealthIndicator ready = probes.journal(probe);
    HealthIndicator alive = probes.program(new Rounds());
    now.addAndGet(DatabaseProbe.LATELY.toNanos() - 1);
    assertThat(status(ready)).as("it answered lately").isEqualTo(Status.UP);
    probe.look();
    now.addAndGet(DatabaseProbe.LATELY.toNanos() - 1);
    assertThat(status(ready)).as("and again").isEqualTo(Status.UP);
    database.close();
    probe.look();
    assertThat(status(ready)).as("a moment's trouble is none").isEqualTo(Status.UP);
    now.incrementAndGet();
    assertThat(status(ready)).isEqualTo(Status.DOWN);
    assertThat(status(alive)).isEqualTo(Status.UP);
    probe.close();
  }

  @Test
  void whoAsksAsksNoDatabase() {
    AtomicInteger asked = new AtomicInteger();
    DatabaseProbe probe = new DatabaseProbe(() -> asked.incrementAndGet() > 0, System::nanoTime);
    HealthIndicator ready = probes.journal(probe);
    for (int i = 0; i < 100; i++) {
      assertThat(status(ready)).isEqualTo(Status.UP);
    }
    assertThat(asked).hasValue(0);
    probe.close();
  }

  @Test
  void theWatchdogsQuestionIsAnsweredWithoutThem() {
    HealthEndpointGroups groups =
        Probes.watchdogsQuestion()
            .postProcessHealthEndpointGroups(
                HealthEndpointGroups.of(new All(), Map.of("a", new All())));
    assertThat(groups.getPrimary().isMember("wayOfAlarms")).isTrue();
    assertThat(groups.getPrimary().isMember("program")).isFalse();
    assertThat(groups.getPrimary().isMember("journal")).isFalse();
    assertThat(groups.getNames()).containsExactly("a");
    assertThat(Objects.requireNonNull(groups.get("a")).isMember("program")).isTrue();
  }

  @Test
  void noRoundThatGoesOnCountsAsHung() {
    assertThat(Beats.HANGS).isGreaterThan(OutboxPublisher.LONGEST_ROUND);
  }

  @Test
  void eachGroupIsWhatItsProbeAnswers() {
    assertThat(Probes.GROUPS)
        .containsEntry("management.endpoint.health.group.liveness.include", "program")
        .containsEntry("management.endpoint.health.group.readiness.include", "journal");
  }

  /** A group of everything. */
  private static final class All implements HealthEndpointGroup {
    @Override
    public boolean isMember(String name) {
      return true;
    }

    @Override
    public boolean showComponents(SecurityContext who) {
      return false;
    }

    @Override
    public boolean showDetails(SecurityContext who) {
      return false;
    }

    @Override
    public StatusAggregator getStatusAggregator() {
      return StatusAggregator.getDefault();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
      return HttpCodeStatusMapper.getDefault();
    }

    @Override
    public AdditionalHealthEndpointPath getAdditionalPath() {
      return AdditionalHealthEndpointPath.of(WebServerNamespace.SERVER, "/x");
    }
  }

  private static Status status(HealthIndicator of) {
    return Objects.requireNonNull(of.health()).getStatus();
  }
}
