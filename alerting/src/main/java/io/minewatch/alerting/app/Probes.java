package io.minewatch.alerting.app;

import io.minewatch.alerting.desk.Store;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What who keeps programs running asks, beside what a watchdog asks ({@link AlarmsHealth}): whether
 * to start this one anew, and whether to send it requests. A judge or a broker that is away is
 * neither's business: starting alerting anew mends nothing, and people need the console then.
 */
@Configuration(proxyBeanMethods = false)
final class Probes {
  /** Of Spring: which contributor answers for which group. */
  static final Map<String, Object> GROUPS =
      Map.of(
          "management.endpoint.health.group.liveness.include", "program",
          "management.endpoint.health.group.readiness.include", "journal");

  @Bean
  DatabaseProbe databaseProbe(Store store) {
    return new DatabaseProbe(store.database()::isAlive, System::nanoTime).started();
  }

  @Bean
  HealthIndicator program(Rounds rounds) {
    return upIf(rounds::isGoing);
  }

  @Bean
  HealthIndicator journal(DatabaseProbe database) {
    return upIf(database::isAnswering);
  }

  /** What a watchdog asks stays what it was: the probes are of their groups alone. */
  @Bean
  static HealthEndpointGroupsPostProcessor watchdogsQuestion() {
    return groups -> {
      Map<String, HealthEndpointGroup> named = new TreeMap<>();
      for (String name : groups.getNames()) {
        named.put(name, Objects.requireNonNull(groups.get(name), name));
      }
      return HealthEndpointGroups.of(new WithoutProbes(groups.getPrimary()), named);
    };
  }

  /** A group with everything in it but the probes. */
  record WithoutProbes(HealthEndpointGroup all) implements HealthEndpointGroup {
    @Override
    public boolean isMember(String name) {
      return !GROUPS.containsValue(name) && all.isMember(name);
    }

    @Override
    public boolean showComponents(SecurityContext who) {
      return all.showComponents(who);
    }

    @Override
    public boolean showDetails(SecurityContext who) {
      return all.showDetails(who);
    }

    @Override
    public StatusAggregator getStatusAggregator() {
      return all.getStatusAggregator();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
      return all.getHttpCodeStatusMapper();
    }

    @Override
    public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
      return all.getAdditionalPath();
    }
  }

  private static HealthIndicator upIf(BooleanSupplier well) {
    return () -> well.getAsBoolean() ? Health.up().build() : Health.down().build();
  }
}
