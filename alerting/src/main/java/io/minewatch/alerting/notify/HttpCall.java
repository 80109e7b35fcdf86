package io.minewatch.alerting.notify;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Sends one request and classifies the answer. Redirects are not followed: a signed message goes
 * where the settings say and nowhere else. What the other end writes is not read.
 */
public final class HttpCall {
  private static final int FIRST_OK = 200;
  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_SERVER_FAULT = 500;
  private final HttpClient client;

  public HttpCall(Duration timeout) {
    client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  public Result send(HttpRequest request) {
    try {
      return of(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (HttpTimeoutException e) {
      return Result.retry("no answer in time");
    } catch (IOException e) {
      return Result.retry("not reached: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Result.retry("interrupted");
    }
  }

  /** By the meaning of the status codes of RFC 9110 and RFC 6585. */
  public static Result of(int status) {
    if (status >= FIRST_OK && status < FIRST_REDIRECT) {
      return Result.ok();
    }
    String said = "answered " + status;
    return switch (status) {
      case 408, 425, 429 -> Result.retry(said); // too slow, too early, too many
      case 401, 403, 404, 405, 407, 410 -> Result.stop(said); // settings, not this call
      default ->
          status >= FIRST_SERVER_FAULT
              ? Result.retry(said)
              : status < FIRST_OK || status >= 400 ? Result.drop(said) : Result.stop(said);
    };
  }
}
