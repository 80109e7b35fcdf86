package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mines that are held because packs have changed, and mines that go to another jurisdiction. */
class HeldMineTest extends HeldMines {
  private static final String LONG = "a-password-of-the-test";
  private static final String ROSTER =
      """
      {"zone":"Asia/Shanghai","people":[{"id":"zhang","name":"张三丰","account":"","contacts":
         [{"kind":"SMS","address":"13812345678"}]}],
       "slots":[{"rung":1,"person":"zhang","standing":"DUTY","shift":"早班",
         "days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],
         "from":"00:00:00","until":"00:00:00","first":"2026-01-01"}]}
      """;

  private void restartUnsound() throws Exception {
    service.close();
    service = Running.startUnsound(folder, clock, bus);
    api = new Api(service.port());
  }

  private JsonNode get(String user, String path) throws Exception {
    return Api.JSON.readTree(send(user + ":" + LONG, "GET", path, "").body());
  }

  private void account(String name, String role, String scope) throws Exception {
    String body =
        "{\"role\":\"%s\",\"scope\":\"%s\",\"password\":\"%s\"}".formatted(role, scope, LONG);
    HttpResponse<String> made = api.send("administrator", "PUT", "/api/accounts/" + name, body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
  }

  @Test
  void aMineThatIsHeldIsFoundByAWarningWhereItLies() throws Exception {
    ObjectNode document = document();
    document.putObject("place").put("latitude", 38.5).put("longitude", 112.5);
    assertThat(edit("\"1\"", document).statusCode()).isEqualTo(200);
    restartUnsound();
    assertThat(troubled(get("regulator:pw-regulator"))).contains(MINE);
    String warning =
        """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>w-1</identifier>
        <sender>met.example.org</sender><sent>2026-03-01T15:50:00+08:00</sent><status>Actual</status>
        <msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>暴雨</event>
        <urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
        <area><areaDesc>here</areaDesc>
        <polygon>38.0,112.0 38.0,113.0 39.0,113.0 39.0,112.0 38.0,112.0</polygon></area></info></alert>
        """;
    HttpResponse<String> ack =
        send(
            "regulator:pw-regulator",
            "POST",
            "/api/warnings",
            warning,
            "Content-Type",
            "application/cap+xml");
    assertThat(ack.body()).contains(MINE).doesNotContain(Running.OTHER_MINE);
  }

  @Test
  void aMineThatNeverHadAPlanIsToldToThoseOfItsJurisdiction() throws Exception {
    account("north", "REGULATOR", "15");
    account("south", "REGULATOR", "14");
    service.close();
    String url = "jdbc:sqlite:" + folder.resolve("alerting.db");
    try (Connection db = DriverManager.getConnection(url)) {
      db.createStatement().execute("delete from plan where mine = '" + Running.OTHER_MINE + "'");
      db.createStatement()
          .execute("delete from outbox where topic like '%" + Running.OTHER_MINE + "%'");
    }
    service = Running.startUnsound(folder, clock, bus);
    api = new Api(service.port());
    assertThat(api.get("regulator", "/api/mines")).as("it can not be judged").hasSize(1);
    assertThat(troubled(get("administrator:pw-administrator"))).contains(Running.OTHER_MINE, MINE);
    assertThat(troubled(get("north:" + LONG))).containsExactly(Running.OTHER_MINE);
    assertThat(troubled(get("south:" + LONG))).containsExactly(MINE);
  }

  @Test
  void aMineThatGoesToAnotherJurisdictionTakesItsOwnStaffAndItsRosterAlong() throws Exception {
    String here = "14/1409/140921/" + MINE;
    account("own", "OPERATOR", here);
    account("county", "REGULATOR", "14/1409/140921");
    HttpResponse<String> saved =
        send(
            "own:" + LONG,
            "PUT",
            "/api/roster?scope=" + here,
            ROSTER,
            "Content-Type",
            "application/json",
            "If-None-Match",
            "*");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    ObjectNode document = document();
    document.putArray("jurisdiction").add("15").add("1501").add("150102");
    HttpResponse<String> asked = edit("\"1\"", document);
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    String id = Api.JSON.readTree(asked.body()).at("/id").asText();
    String allow = "{\"decision\":\"ALLOW\",\"reason\":\"because\"}";
    assertThat(api.send("administrator", "POST", PATH + "/changes/" + id, allow).statusCode())
        .isEqualTo(200);

    String there = "15/1501/150102/" + MINE;
    assertThat(get("own", "/api/mines")).hasSize(1);
    assertThat(get("own", "/api/me").at("/scope").asText()).isEqualTo(there);
    assertThat(get("county", "/api/mines")).isEmpty();
    assertThat(get("own", "/api/roster?scope=" + there).at("/people/0/name").asText())
        .isEqualTo("张三丰");
    clock.move(Duration.ofMinutes(11));
    assertThat(get("own", "/api/mines/" + MINE + "/duty").at("/gaps").toString())
        .doesNotContain("\"rung\":1,");
  }
}
