package io.minewatch.bench.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dispatcher's open page: reads the event stream and tells the number of each finding whose
 * incident has come with a call.
 */
final class Screen implements AutoCloseable {
  private static final Pattern INCIDENT = Pattern.compile("\"id\":\"i-[0-9]{8}-([0-9a-f]{8})-");
  private static final Pattern CALLS = Pattern.compile("\"callsTotal\":[1-9]");
  private static final String DATA = "data:";

  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch open = new CountDownLatch(1);
  private final IntConsumer called;
  private final Thread reader;
  private volatile boolean closed;

  /**
   * Opens the page.
   *
   * @param user name and password, parted by a colon
   * @param called hears the number of a finding, more than once
   */
  Screen(int port, String user, IntConsumer called) throws InterruptedException {
    this.called = called;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/stream"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
            .build();
    reader = new Thread(() -> read(request), "bench-screen");
    reader.setDaemon(true);
    reader.start();
    open.await();
  }

  private void read(HttpRequest request) {
    try {
      HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("the stream answers " + answer.statusCode());
      }
      open.countDown();
      answer.body().forEach(this::line);
    } catch (IOException | UncheckedIOException e) {
      if (!closed) {
        throw new IllegalStateException("the stream has ended", e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    } finally {
      open.countDown();
    }
  }

  private void line(String line) {
    if (line.startsWith(DATA)) {
      Matcher incident = INCIDENT.matcher(line);
      if (CALLS.matcher(line).find() && incident.find()) {
        called.accept(Integer.parseInt(incident.group(1), 16));
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    reader.interrupt();
  }
}
