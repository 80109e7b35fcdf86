package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.evidence.Checked;
import io.minewatch.alerting.evidence.LedgerCheck;
import io.minewatch.alerting.journal.CallRows;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Signature;
import io.minewatch.domain.reading.MineCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is there in the end of a run: the steps, the calls and where they stand, the order book; and
 * the ledger is whole.
 */
record HaltedLeft(List<Event> events, List<String> calls, long book) {
  static final MineCode MINE = new MineCode("140921021337");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads what a run has left in its folder. */
  static HaltedLeft of(Path place) throws Exception {
    String url = url(place);
    HaltedLeft left;
    try (Database database = Database.open(url, "", "")) {
      Store store = Store.of(database);
      List<String> calls = new ArrayList<>();
      for (CallRows.Row call : store.calls().of(HaltedRun.INCIDENT, 1_000)) {
        calls.add(call.attempt().id() + " " + call.attempt().state().getClass().getSimpleName());
      }
      left = new HaltedLeft(events(store), calls, store.outbox().orderBook(MINE));
      assertThat(store.outbox().unsent(10)).isEmpty();
    }
    try (Connection connection = DriverManager.getConnection(url)) {
      Checked checked = LedgerCheck.of(connection, Map.of());
      assertThat(checked.fault()).isNull();
    }
    return left;
  }

  static String url(Path place) {
    return "jdbc:sqlite:" + place.resolve("alerting.db");
  }

  /** Those that changed something: somebody may press again what was done already. */
  private static List<Event> events(Store store) {
    return store.journal().events(HaltedRun.INCIDENT).stream()
        .filter(event -> !(event instanceof Event.ActRefused))
        .toList();
  }

  /** The kinds of events so far, in the order in which they came first. */
  static Set<String> types(Store store) {
    return types(events(store));
  }

  /** The same of this run. */
  Set<String> types() {
    return types(events);
  }

  private static Set<String> types(List<Event> events) {
    return events.stream()
        .map(event -> event.getClass().getSimpleName())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** How many of its events call somebody. */
  int calling() {
    return (int)
        events.stream()
            .filter(
                event ->
                    event instanceof Event.Warned
                        || event instanceof Event.Worsened
                        || event instanceof Event.Escalated
                        || event instanceof Event.Lapsed
                        || event instanceof Event.Unshelved)
            .count();
  }

  /** What came, by the id by which a receiver drops doubles; a double says the very same. */
  static Map<String, String> byId(HttpEnd end) {
    Map<String, String> all = new TreeMap<>();
    for (HttpEnd.Request request : end.requests) {
      byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
      String seconds = request.signature().replaceAll("t=([0-9]+),.*", "$1");
      Instant sent = Instant.ofEpochSecond(Long.parseLong(seconds));
      assertThat(Signature.isValid(HaltedRun.SECRET, request.signature(), body, sent)).isTrue();
      String id = JSON.readTree(body).path("attempt").asString();
      String before = all.put(id, request.body());
      assertThat(before == null ? request.body() : before).as(id).isEqualTo(request.body());
    }
    return all;
  }
}
