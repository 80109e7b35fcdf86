package io.minewatch.e2e.canary;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.Signature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program at the other end of the webhook: takes what is signed, and nothing else. */
final class CallEnd implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What came, in the order it came. */
  final List<JsonNode> came = new CopyOnWriteArrayList<>();

  private final Secret secret;
  private final Clock clock;
  private final HttpServer server;

  CallEnd(Secret secret, Clock clock) throws IOException {
    this.secret = secret;
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String signature = exchange.getRequestHeaders().getFirst(Signature.HEADER);
    boolean ours = signature != null && Signature.isValid(secret, signature, body, clock.instant());
    if (ours) {
      came.add(JSON.readTree(body));
    }
    exchange.sendResponseHeaders(ours ? 204 : 401, -1);
    exchange.close();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/calls");
  }

  /** Those of a kind, by the reason of the call. */
  List<JsonNode> of(String why) {
    return came.stream().filter(each -> each.path("why").asString("").equals(why)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
