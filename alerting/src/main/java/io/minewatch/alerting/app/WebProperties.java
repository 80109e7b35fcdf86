package io.minewatch.alerting.app;

import java.util.Map;
import java.util.TreeMap;

/** What Spring is told of the web side, in its own keys. */
final class WebProperties {
  private WebProperties() {}

  static Map<String, Object> of(AlertingSettings.Http http) {
    Map<String, Object> all = new TreeMap<>();
    all.put("server.address", http.bind());
    all.put("server.port", http.port());
    all.put("server.servlet.session.timeout", "12h"); // one shift, breaks of a shift included
    all.put("server.servlet.session.cookie.http-only", true);
    all.put("server.servlet.session.cookie.same-site", "strict");
    all.put("server.servlet.session.cookie.name", "MINEWATCH");
    if (!http.proxies().isEmpty()) {
      all.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
      all.put("server.tomcat.remoteip.internal-proxies", http.proxies());
    }
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
    all.put("management.endpoint.health.status.order", AlarmsHealth.ORDER);
    all.put("management.endpoint.health.show-details", "never");
    all.put("management.endpoint.health.show-components", "never");
    all.putAll(Probes.GROUPS);
    return all;
  }
}
