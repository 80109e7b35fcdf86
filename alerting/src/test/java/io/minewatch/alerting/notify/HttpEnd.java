package io.minewatch.alerting.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server as the other end of a channel. */
public final class HttpEnd implements AutoCloseable {
  /** A request as it came. */
  public record Request(String path, String signature, String body) {}

  public final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private volatile int status = 200;

  public HttpEnd() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String signature = exchange.getRequestHeaders().getFirst(Signature.HEADER);
    requests.add(
        new Request(exchange.getRequestURI().toString(), signature == null ? "" : signature, body));
    if (status == 0) {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    int own = refused.getOrDefault(exchange.getRequestURI().getPath(), status);
    exchange.sendResponseHeaders(own == 0 ? 200 : own, -1);
    exchange.close();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** From now on nothing that comes to this path is let in. */
  public void refuse(String path) {
    refused.put(path, 401);
  }

  public boolean answer(ChannelContract.Answer answer) {
    status =
        switch (answer) {
          case WELL -> 200;
          case NOT_NOW -> 503;
          case NEVER_THIS -> 422;
          case NEVER_ANY -> 401;
          case HANGS -> 0;
        };
    return true;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
