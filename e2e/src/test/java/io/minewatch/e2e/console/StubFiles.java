package io.minewatch.e2e.console;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The console's real files and libraries from the class path, under the real security policy. */
final class StubFiles {
  static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webmanifest", "application/manifest+json");

  private StubFiles() {}

  static void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.equals("/") ? "/index.html" : path;
    String place = name.startsWith("/webjars/") ? "/META-INF/resources" + name : "/console" + name;
    exchange.getResponseHeaders().set("Content-Security-Policy", CSP);
    try (InputStream in = StubFiles.class.getResourceAsStream(place)) {
      String ending = name.substring(name.lastIndexOf('.') + 1);
      if (in == null || !TYPES.containsKey(ending)) {
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", TYPES.get(ending));
      ConsoleStub.reply(exchange, 200, in.readAllBytes());
    }
  }
}
