package io.minewatch.alerting.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.access.Gate;
import io.minewatch.alerting.api.AccidentController;
import io.minewatch.alerting.api.AttendanceController;
import io.minewatch.alerting.api.BackTestController;
import io.minewatch.alerting.api.BothLanguages;
import io.minewatch.alerting.api.CallController;
import io.minewatch.alerting.api.CapController;
import io.minewatch.alerting.api.CountersController;
import io.minewatch.alerting.api.DrillController;
import io.minewatch.alerting.api.EntityTags;
import io.minewatch.alerting.api.ExceptionsController;
import io.minewatch.alerting.api.FilingController;
import io.minewatch.alerting.api.IncidentController;
import io.minewatch.alerting.api.IncidentPartsController;
import io.minewatch.alerting.api.LoadController;
import io.minewatch.alerting.api.MineController;
import io.minewatch.alerting.api.OpenApiController;
import io.minewatch.alerting.api.OverviewController;
import io.minewatch.alerting.api.PlatformController;
import io.minewatch.alerting.api.Refusals;
import io.minewatch.alerting.api.RegistryController;
import io.minewatch.alerting.api.RegistryKeysController;
import io.minewatch.alerting.api.RosterController;
import io.minewatch.alerting.api.SeriesHistory;
import io.minewatch.alerting.api.StreamController;
import io.minewatch.alerting.api.Streams;
import io.minewatch.alerting.bus.FindingsTaken;
import io.minewatch.alerting.bus.Intake;
import io.minewatch.alerting.desk.Canary;
import io.minewatch.alerting.desk.Drills;
import io.minewatch.alerting.desk.IncidentDesk;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.meter.ChainMeters;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.view.AlarmLoads;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.wire.RuleKinds;
import io.minewatch.domain.withdrawal.OrderId;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The web side: what Spring is asked to run, named one by one; nothing is scanned for. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  Gate.class,
  Refusals.class,
  BothLanguages.class,
  SignInWeb.class,
  ConsoleFiles.class,
  MineController.class,
  OverviewController.class,
  AttendanceController.class,
  IncidentController.class,
  IncidentPartsController.class,
  AccidentController.class,
  StreamController.class,
  PlatformController.class,
  OpenApiController.class,
  RosterController.class,
  CallController.class,
  CapController.class,
  LoadController.class,
  CountersController.class,
  DrillController.class,
  ExceptionsController.class,
  RegistryController.class,
  FilingController.class,
  RegistryKeysController.class,
  BackTestController.class,
  RecordsWeb.class,
  SeriesRounds.class,
  Inspections.class,
  Probes.class,
  Measures.class
})
public class Web {
  private static final Set<Class<?>> IDS =
      Set.of(
          MineCode.class,
          GatewayId.class,
          PointId.class,
          ZoneId.class,
          CardId.class,
          FindingId.class,
          OrderId.class,
          Subject.class);

  @Bean
  OpenApiController.Texts texts() {
    return new OpenApiController.Texts(IDS);
  }

  /** Ids are plain text in the API, as on the bus. */
  @Bean
  JacksonModule ids() {
    SimpleModule module = new SimpleModule("minewatch-ids");
    for (Class<?> id : IDS) {
      module.addSerializer(new ToStringSerializer(id));
    }
    return module.setMixInAnnotation(Rule.class, RuleKinds.class);
  }

  @Bean
  Intake intake(
      IncidentDesk desk,
      Canary canary,
      FindingsTaken taken,
      Store store,
      Troubles troubles,
      MeterRegistry meters,
      ChainMeters chain,
      Clock clock) {
    Consumer<Finding> take =
        finding -> {
          if (!canary.took(finding) && desk.finding(finding)) {
            chain.took(finding);
          }
        };
    return new Intake(take, taken, store, troubles, meters, clock);
  }

  @Bean
  AlarmsHealth wayOfAlarms(Canary canary, Troubles troubles) {
    return new AlarmsHealth(canary, troubles);
  }

  @Bean
  Drills drills(Store store, IncidentDesk desk, Clock clock) {
    return new Drills(store, desk, clock);
  }

  @Bean
  AlarmLoads alarmLoads(Store store, RulePacks packs, Clock clock) {
    return new AlarmLoads(store, packs, clock);
  }

  @Bean
  EntityTags entityTags() {
    return new EntityTags();
  }

  /** A session that ends takes its streams along. */
  @Bean
  ServletListenerRegistrationBean<HttpSessionListener> sessionEnd(Streams streams) {
    return new ServletListenerRegistrationBean<>(
        new HttpSessionListener() {
          @Override
          public void sessionDestroyed(HttpSessionEvent event) {
            streams.ended(event.getSession().getId());
          }
        });
  }

  /** Starts it with the parts of a service. */
  static ConfigurableApplicationContext start(
      AlertingSettings settings, List<Object> parts, @Nullable SeriesHistory history) {
    // The program that we run in has configured its logging; Boot must not do it again.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SpringApplication application = new SpringApplication(Web.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(WebProperties.of(settings.http()));
    application.addInitializers(
        context -> {
          for (Object part : parts) {
            context.getBeanFactory().registerSingleton(part.getClass().getName(), part);
          }
          context.getBeanFactory().registerSingleton("metricsToken", settings.http().metrics());
          if (history != null) {
            context.getBeanFactory().registerSingleton("history", history);
          }
        });
    return application.run();
  }
}
