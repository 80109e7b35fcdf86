package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.evidence.Checked;
import io.minewatch.alerting.evidence.LedgerCheck;
import io.minewatch.alerting.journal.CallRows;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Signature;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * What is there in the end of a run: the steps, the calls and where they stand, the order book; and
 * the ledger is whole.
 */
record HaltedLeft(List<Event> events, List<String> calls, long book) {
  static final MineCode MINE = new MineCode("140921021337");

  /** That the webhook has taken a call. */
  static final String TOLD = "Told";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads what a run has left in its folder. */
  static HaltedLeft of(Path place) throws Exception {
    String url = url(place);
    HaltedLeft left;
    try (Database database = Database.open(url, "", "")) {
      Store store = Store.of(database);
      left = new HaltedLeft(events(store), calls(store), store.outbox().orderBook(MINE));
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

  /**
   * The kinds of events so far, in the order in which they came first, and behind the first call
   * that somebody outside was told.
   */
  static Set<String> types(Store store) {
    return types(events(store), calls(store));
  }

  /** The same of this run. */
  Set<String> types() {
    return types(events, calls);
  }

  private static Set<String> types(List<Event> events, List<String> calls) {
    Set<String> types = new LinkedHashSet<>();
    for (Event event : events) {
      types.add(event.getClass().getSimpleName());
      if (event instanceof Event.Called && calls.stream().anyMatch(HaltedLeft::isTold)) {
        types.add(TOLD);
      }
    }
    return types;
  }

  private static boolean isTold(String call) {
    return call.contains(WebhookChannel.NAME) && !call.endsWith("Queued");
  }

  private static List<String> calls(Store store) {
    List<String> calls = new ArrayList<>();
    for (CallRows.Row call : store.calls().of(HaltedRun.INCIDENT, 1_000)) {
      Attempt attempt = call.attempt();
      String state = attempt.state().getClass().getSimpleName();
      calls.add(attempt.id() + " " + attempt.channel() + " " + state);
    }
    return calls;
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
