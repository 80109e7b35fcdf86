package io.minewatch.e2e.console;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who is signed in at the {@link ConsoleStub}: the cookie names the role, and nothing else. */
final class StubSessions {
  static final String PASSWORD = "only-for-the-stub";

  private StubSessions() {}

  /** Signs in, signs out, or tells who could vouch for people: nobody. */
  static void session(HttpExchange exchange, String method) throws IOException {
    if (method.equals("GET")) {
      ConsoleStub.json(exchange, 200, Map.of()); // no provider of identities
      return;
    }
    String cookie = "gone";
    if (method.equals("POST")) {
      Map<?, ?> body = ConsoleStub.body(exchange);
      if (!PASSWORD.equals(body.get("password"))) {
        ConsoleStub.json(exchange, 401, Map.of("detail", "unknown name or wrong password"));
        return;
      }
      cookie = String.valueOf(body.get("user"));
    }
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", "SESSION=" + cookie + "; HttpOnly; SameSite=Strict; Path=/");
    exchange.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=proof; SameSite=Strict; Path=/");
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** The role of who asks; empty for nobody. */
  static String role(HttpExchange exchange) {
    String cookies = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
    for (String role : List.of("dispatcher", "operator", "regulator")) {
      if (cookies.contains("SESSION=" + role)) {
        return role.toUpperCase(Locale.ROOT);
      }
    }
    return "";
  }
}
