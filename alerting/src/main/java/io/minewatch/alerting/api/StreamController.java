package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Present;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The event stream of one mine, or of all that an account sees. It ends with its session. */
@RestController
public class StreamController {
  private final Streams streams;

  public StreamController(Streams streams) {
    this.streams = streams;
  }

  @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  public SseEmitter stream(
      @RequestParam(defaultValue = "") String mine, Principal who, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return streams.watch(
        Objects.requireNonNull(Present.behind(who), "the gate lets nobody else in"),
        session == null ? "" : session.getId(),
        mine);
  }
}
