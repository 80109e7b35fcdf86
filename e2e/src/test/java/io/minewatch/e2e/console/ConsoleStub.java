package io.minewatch.e2e.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Serves the console's real files with the real content security policy, and plays the service's
 * HTTP API from a script in memory. The user's name is the role.
 */
final class ConsoleStub implements AutoCloseable {
  final StubMine mine;
  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, StubIncident> incidents = new ConcurrentHashMap<>();
  private final StubLines lines = new StubLines();
  final StubNeighbours neighbours;
  final StubRecords records;
  private final Map<String, Integer> beats = new ConcurrentHashMap<>();
  private volatile boolean cut;

  ConsoleStub(Clock clock, int port) throws Exception {
    this.clock = clock;
    mine = new StubMine(clock);
    neighbours = new StubNeighbours(clock);
    records = new StubRecords(clock);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", StubFiles::serve);
    server.createContext("/api/", this::api);
    server.start();
    var unused = beat.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  StubIncident open(StubIncident incident) {
    incidents.put(incident.id, incident);
    tell(incident);
    return incident;
  }

  void tell(StubIncident incident) {
    lines.tell(incident);
  }

  /** How many beats pages of people of this role have sent. */
  int beats(String role) {
    return beats.getOrDefault(role, 0);
  }

  /** From now on the server is as dead as behind a cut wire: nothing is refused, nothing comes. */
  void cutLine() {
    cut = true;
  }

  void mendLine() {
    cut = false;
  }

  private void beat() {
    if (cut) {
      return;
    }
    lines.all("tick", Map.of("at", clock.instant()));
    lines.all("live", Map.of("mine", mine.plan.mine().value(), "readings", mine.live()));
    lines.all("summary", mine.summary());
    lines.all("muster", mine.muster());
  }

  private void api(HttpExchange exchange) throws IOException {
    while (cut) {
      try {
        TimeUnit.MILLISECONDS.sleep(50); // the wire is cut: nobody hears the request
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    if (path.equals("/api/session")) {
      StubSessions.session(exchange, method);
      return;
    }
    String role = StubSessions.role(exchange);
    if (role.isEmpty()) {
      json(exchange, 401, Map.of("title", "not signed in"));
    } else if (path.equals("/api/stream")) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      lines.add(exchange.getResponseBody(), clock.instant());
    } else if (path.equals("/api/attendance")) {
      beats.merge(role, 1, Integer::sum);
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    } else if (method.equals("POST") && path.startsWith("/api/shifts")) {
      json(exchange, 200, records.act(path, role, body(exchange)));
    } else if (method.equals("POST")) {
      act(exchange, part(path, 3));
    } else {
      json(exchange, 200, answer(exchange, path, role));
    }
  }

  private Object answer(HttpExchange exchange, String path, String role) {
    boolean mayAct = !role.equals("REGULATOR");
    int parts = path.split("/", -1).length;
    Object record = records.answer(path, exchange.getRequestURI().getQuery());
    if (record != null) {
      return record;
    }
    if (path.equals("/api/me")) {
      return Map.of("user", role, "name", mayAct ? "王调度" : "李监管", "role", role, "scope", "mine");
    }
    if (path.equals("/api/platform")) {
      return Map.of(
          "troubles", List.of(), "terms", Map.of("summary", "PT20S", "positions", "PT60S"));
    }
    if (path.equals("/api/overview")) {
      return neighbours.overview(mine, exchange.getRequestURI().getQuery());
    }
    if (path.startsWith("/api/incidents")) {
      return parts > 3
          ? incidents.get(part(path, 3)).view()
          : incidents.values().stream()
              .filter(StubIncident::isOpen)
              .map(StubIncident::view)
              .toList();
    }
    return switch (parts > 4 ? part(path, 4) : parts > 3 ? "" : "mines") {
      case "mines" -> neighbours.list(mine);
      case "past-findings" -> List.of();
      case "live" -> mine.live();
      case "muster" -> mine.muster();
      case "history" -> history(exchange.getRequestURI().getQuery());
      default -> Map.of("plan", mine.told(), "sources", Map.of());
    };
  }

  private static String part(String path, int index) {
    return path.split("/", -1)[index];
  }

  private Object history(String query) {
    String point = query.replaceAll(".*point=([^&]*).*", "$1");
    return mine.history(point, Instant.parse(query.replaceAll(".*from=([^&]*).*", "$1")));
  }

  private void act(HttpExchange exchange, String id) throws IOException {
    if (!"proof".equals(exchange.getRequestHeaders().getFirst("X-XSRF-TOKEN"))) {
      json(exchange, 403, Map.of("title", "no proof of origin"));
      return;
    }
    StubIncident incident = incidents.get(id);
    Map<?, ?> body = body(exchange);
    String refusal = incident.act(body, "王调度", StubPeople.of(5, mine.plan, clock));
    Map<String, Object> view = incident.view();
    if (refusal == null) {
      json(exchange, 200, view);
    } else {
      json(
          exchange,
          409,
          Map.of(
              "title",
              "refused",
              "detail",
              "版本 " + body.get("version"),
              "refusal",
              refusal,
              "incident",
              view));
    }
    tell(incident);
  }

  static Map<?, ?> body(HttpExchange exchange) throws IOException {
    try {
      return Messages.read(exchange.getRequestBody().readAllBytes(), Map.class);
    } catch (WireException e) {
      throw new IOException(e);
    }
  }

  static void json(HttpExchange exchange, int status, Object message) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    reply(exchange, status, Messages.write(message));
  }

  static void reply(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    try (OutputStream out = exchange.getResponseBody()) {
      exchange.sendResponseHeaders(status, bytes.length);
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    cut = false;
    beat.shutdownNow();
    server.stop(0);
    threads.shutdownNow();
  }
}
