package io.minewatch.alerting.notify.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.notify.cap.CapArea.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapReaderTest {
  static final String WARNING =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
        <identifier>w-1</identifier><sender>met.example.org</sender><sent>2026-03-01T15:50:00+08:00</sent>
        <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
        <info><language>zh-CN</language><category>Met</category><event>暴雨</event><urgency>Expected</urgency>
          <severity>Severe</severity><certainty>Likely</certainty><expires>2026-03-01T20:00:00+08:00</expires>
          <headline>暴雨橙色预警</headline>
          <area><areaDesc>山西</areaDesc><polygon>36,111 36,112 37,112 37,111 36,111</polygon>
            <geocode><valueName>GB/T 2260</valueName><value>150000</value></geocode></area></info>
      </alert>
      """;

  @Test
  void readsWhatIsUsed() throws Exception {
    CapAlert alert = CapReader.read(WARNING.getBytes(StandardCharsets.UTF_8));
    assertThat(alert.sent()).isEqualTo(Instant.parse("2026-03-01T07:50:00Z"));
    CapAlert.Info info = alert.infos().get(0);
    assertThat(info.severity()).isEqualTo(CapAlert.Severity.Severe);
    CapArea area = info.areas().get(0);
    assertThat(area.holds(new Place(36.5, 111.9))).isTrue();
    assertThat(area.holds(new Place(36.5, 112.1))).isFalse();
    assertThat(area.names(List.of("15", "1509"))).isTrue();
    assertThat(area.names(List.of("14", "1409"))).isFalse();
    CapArea circle =
        new CapArea("", List.of(), List.of(CapArea.circle("36.5,111.9 20")), List.of());
    assertThat(circle.holds(new Place(36.6, 111.9))).isTrue();
    assertThat(circle.holds(new Place(36.7, 111.9))).isFalse();
  }

  @Test
  void nothingFromElsewhereIsReadAndNothingGrows() {
    String doctype = "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
    refused(WARNING.replace("?>\n", "?>\n" + doctype).replace("w-1", "&x;"), "DOCTYPE");
    refused(
        WARNING.replace("?>\n", "?>\n<!DOCTYPE alert SYSTEM \"http://127.0.0.1:1/a.dtd\">"),
        "DOCTYPE");
    refused(WARNING.replace("暴雨橙色预警", "x".repeat(CapReader.MAX_BYTES)), "more than");
    refused(WARNING.replace("Severe<", "Terrible<"), "severity is none of");
    refused(WARNING.replace("36,111 36,112 ", ""), "polygon");
    refused(WARNING.replace("cap:1.2", "cap:1.1"), "no alert of");
    refused(WARNING.replace("w-1", "w 1"), "identifier");
    refused("", "no sound XML");
  }

  private static void refused(String document, String why) {
    assertThatThrownBy(() -> CapReader.read(document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CapException.class)
        .hasMessageContaining(why);
  }
}
