package io.minewatch.alerting.app;

import io.minewatch.alerting.api.Gate;
import io.minewatch.alerting.api.IncidentController;
import io.minewatch.alerting.api.MineController;
import io.minewatch.alerting.api.Refusals;
import io.minewatch.alerting.api.SessionController;
import io.minewatch.alerting.api.StreamController;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.withdrawal.OrderId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
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
  SessionController.class,
  MineController.class,
  IncidentController.class,
  StreamController.class
})
public class Web {
  /** Ids are plain text in the API, as on the bus. */
  @Bean
  JacksonModule ids() {
    SimpleModule module = new SimpleModule("minewatch-ids");
    for (Class<?> id :
        List.of(
            MineCode.class,
            GatewayId.class,
            PointId.class,
            ZoneId.class,
            CardId.class,
            FindingId.class,
            OrderId.class)) {
      module.addSerializer(new ToStringSerializer(id));
    }
    return module;
  }

  static Map<String, Object> properties(AlertingSettings.Http http) {
    Map<String, Object> all = new TreeMap<>();
    all.put("server.address", http.bind());
    all.put("server.port", http.port());
    all.put("server.servlet.session.timeout", "12h"); // one shift, breaks of a shift included
    all.put("server.servlet.session.cookie.http-only", true);
    all.put("server.servlet.session.cookie.same-site", "strict");
    all.put("server.servlet.session.cookie.name", "MINEWATCH");
    all.put("server.shutdown", "immediate");
    all.put("server.error.include-message", "never");
    all.put("spring.config.location", "optional:classpath:/minewatch-no-such-folder/");
    all.put("spring.main.banner-mode", "off");
    all.put("spring.web.resources.static-locations", "classpath:/console/");
    all.put("spring.mvc.problemdetails.enabled", true);
    all.put("spring.jmx.enabled", false);
    all.put(
        "spring.autoconfigure.exclude",
        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
            + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");
    all.put("management.endpoints.web.exposure.include", "health,prometheus");
    all.put("management.health.diskspace.enabled", false);
    return all;
  }
}
