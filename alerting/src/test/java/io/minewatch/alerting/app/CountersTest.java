package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two mines in two provinces, each with one incident. */
class CountersTest extends Timeline {
  @Test
  void theyAreByMineCountyCityProvinceAndNationAndByPeriod() throws Exception {
    service.close();
    service = Running.startTwoMines(folder.resolve("two"), clock, bus);
    api = new Api(service.port());
    String sample = new String(Samples.bytes("finding-opened.json"), StandardCharsets.UTF_8);
    raw(Samples.MINE, sample);
    raw(Running.OTHER_MINE, sample.replace("ae3b0dd7", "be3b0dd7"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        api.get("regulator", "/api/incidents?open=true").findValuesAsText("stage"))
                    .containsExactly("CALLED", "CALLED"));

    clock.move(Duration.ofSeconds(1)); // a period ends before its end
    assertThat(warnings("by=NATION")).isEqualTo(Map.of("", 2));
    assertThat(warnings("by=PROVINCE")).isEqualTo(Map.of("14", 1, "15", 1));
    assertThat(warnings("by=CITY")).isEqualTo(Map.of("14/1409", 1, "15/1509", 1));
    assertThat(warnings("by=COUNTY")).isEqualTo(Map.of("14/1409/140921", 1, "15/1509/150921", 1));
    assertThat(warnings("by=MINE")).isEqualTo(Map.of(Samples.MINE, 1, Running.OTHER_MINE, 1));

    Instant now = clock.instant();
    Duration hour = Duration.ofHours(1);
    assertThat(warnings("from=" + now.minus(hour) + "&to=" + now.plus(hour)))
        .isEqualTo(Map.of("", 2));
    assertThat(warnings("from=" + now.minus(hour.multipliedBy(2)) + "&to=" + now.minus(hour)))
        .as("another period")
        .isEqualTo(Map.of("", 0));
    withdraw();
  }

  /** At one mine five people by two orders within 20 min, at the other four within 40. */
  private void withdraw() throws Exception {
    order(Samples.MINE, "face-0101");
    order(Samples.MINE, "return-0101");
    order(Running.OTHER_MINE, "face-0101");
    inside(Samples.MINE, 2, 3);
    inside(Running.OTHER_MINE, 4);
    clock.move(Duration.ofMinutes(20));
    out(Samples.MINE, 2, 3);
    clock.move(Duration.ofMinutes(20));
    out(Running.OTHER_MINE, 4);

    clock.move(Duration.ofSeconds(1));
    String one = "5 PT20M PT20M";
    String other = "4 PT40M PT40M";
    assertThat(withdrawn("NATION")).isEqualTo(Map.of("", "9 PT20M PT40M"));
    assertThat(withdrawn("PROVINCE")).isEqualTo(Map.of("14", one, "15", other));
    assertThat(withdrawn("CITY")).isEqualTo(Map.of("14/1409", one, "15/1509", other));
    assertThat(withdrawn("COUNTY"))
        .isEqualTo(Map.of("14/1409/140921", one, "15/1509/150921", other));
    assertThat(withdrawn("MINE")).isEqualTo(Map.of(Samples.MINE, one, Running.OTHER_MINE, other));
    assertThat(api.text("regulator", "/api/counters.csv?by=PROVINCE"))
        .containsPattern("(?m)^14,.*,1200,1200,")
        .containsPattern("(?m)^15,.*,2400,2400,");
  }

  private JsonNode incidentOf(String mine) throws Exception {
    for (JsonNode each : api.get("regulator", "/api/incidents?open=true")) {
      if (each.at("/mine").asText().equals(mine)) {
        return api.get("regulator", "/api/incidents/" + each.at("/id").asText());
      }
    }
    throw new AssertionError("nothing is open at " + mine);
  }

  private List<Order> orders(String mine) throws Exception {
    OrderBook book = bus.newest("mw/v1/" + mine + "/orders", OrderBook.class);
    return book == null ? List.of() : book.open();
  }

  private void order(String mine, String zone) throws Exception {
    int before = orders(mine).size();
    String id = incidentOf(mine).at("/id").asText();
    String body = Timeline.order("'" + zone + "'").replace('\'', '"');
    assertThat(api.act("dispatcher", id, body).statusCode()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(orders(mine)).hasSize(before + 1));
  }

  /** So many people are counted inside the zones of each order. */
  private void inside(String mine, int... people) throws Exception {
    Instant now = clock.instant();
    List<OrderMuster> counts = new ArrayList<>();
    for (int i = 0; i < people.length; i++) {
      List<Remaining> inside = new ArrayList<>();
      for (int card = 0; card < people[i]; card++) {
        inside.add(
            new Remaining(
                new CardId("card-" + i + "-" + card),
                Remaining.State.MOVING,
                new ZoneId("face-0101"),
                START,
                now));
      }
      counts.add(new OrderMuster(orders(mine).get(i).id(), people[i], inside, null, null));
    }
    counted(mine, counts);
    int all = IntStream.of(people).sum();
    await().untilAsserted(() -> assertThat(incidentOf(mine).at("/muster/remaining")).hasSize(all));
  }

  /** All of them are out now. */
  private void out(String mine, int... people) throws Exception {
    Instant now = clock.instant();
    List<OrderMuster> counts = new ArrayList<>();
    for (int i = 0; i < people.length; i++) {
      counts.add(new OrderMuster(orders(mine).get(i).id(), people[i], List.of(), now, now));
    }
    counted(mine, counts);
    await()
        .untilAsserted(
            () -> assertThat(incidentOf(mine).at("/stage").asText()).isEqualTo("WITHDRAWN"));
  }

  private void counted(String mine, List<OrderMuster> counts) throws Exception {
    Instant now = clock.instant();
    OrderBook book = bus.newest("mw/v1/" + mine + "/orders", OrderBook.class);
    Muster muster = new Muster(new MineCode(mine), now, now, book.version(), List.of(), 0, counts);
    bus.live("mw/v1/" + mine + "/muster", Messages.write(muster));
  }

  /** Persons withdrawn, the median and the 90th percentile of the withdrawals, by place. */
  private Map<String, String> withdrawn(String by) throws Exception {
    Map<String, String> all = new TreeMap<>();
    for (JsonNode row : api.get("regulator", "/api/counters?by=" + by).at("/rows")) {
      JsonNode emptied = row.at("/counters/times/EMPTIED");
      all.put(
          row.at("/place").asText(),
          row.at("/counters/withdrawn").asText()
              + " "
              + emptied.at("/median").asText()
              + " "
              + emptied.at("/ninetieth").asText());
    }
    return all;
  }

  private void raw(String mine, String sample) {
    byte[] payload = sample.replace(Samples.MINE, mine).getBytes(StandardCharsets.UTF_8);
    bus.raw("mw/v1/" + mine + "/findings", payload);
  }

  /** Warnings by place. */
  private Map<String, Integer> warnings(String query) throws Exception {
    Map<String, Integer> all = new TreeMap<>();
    for (JsonNode row : api.get("regulator", "/api/counters?" + query).at("/rows")) {
      all.put(row.at("/place").asText(), row.at("/counters/warnings").asInt());
    }
    return all;
  }
}
