package io.minewatch.alerting.api;

import io.minewatch.alerting.journal.AccountRows;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The event stream of one mine, or of all that an account sees. */
@RestController
public class StreamController {
  private final Streams streams;
  private final AccountRows accounts;

  public StreamController(Streams streams, AccountRows accounts) {
    this.streams = streams;
    this.accounts = accounts;
  }

  @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  public SseEmitter stream(@RequestParam(defaultValue = "") String mine, Principal who) {
    return streams.watch(Refusals.account(accounts, who), mine);
  }
}
