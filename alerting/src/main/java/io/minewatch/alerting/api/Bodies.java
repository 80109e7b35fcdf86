package io.minewatch.alerting.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** The body of a request, read no further than it may be long. */
final class Bodies {
  private Bodies() {}

  /**
   * Reads it.
   *
   * @throws Refusals.Problem if it is longer
   */
  static byte[] read(HttpServletRequest request, int mostBytes) throws IOException {
    byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
    if (body.length > mostBytes) {
      throw new Refusals.Problem(
          HttpStatus.CONTENT_TOO_LARGE, "a body holds at most " + mostBytes + " bytes");
    }
    return body;
  }
}
