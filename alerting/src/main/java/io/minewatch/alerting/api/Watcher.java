package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.SignedIn;
import io.minewatch.alerting.journal.AccountRows.Account;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One event stream with its own queue and thread, so that a slow line holds nobody else up. */
final class Watcher implements Runnable {
  /** Events that wait for a slow line; beyond it the watcher is let go and comes again. */
  private static final int WAITING = 512;

  private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

  private record Item(String name, Object body) {}

  private static final Item END = new Item("end", "");
  private final SseEmitter emitter = new SseEmitter(0L); // no timeout: ended by either side
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(WAITING);
  private final SignedIn who;
  private final String session;
  private final String mine;
  private final Consumer<Watcher> gone;
  private volatile Account account;

  /**
   * Makes a watcher.
   *
   * @param session within which it watches, empty for none
   * @param mine the only one that is watched, empty for all in scope
   */
  Watcher(SignedIn who, Account account, String session, String mine, Consumer<Watcher> gone) {
    this.who = who;
    this.account = account;
    this.session = session;
    this.mine = mine;
    this.gone = gone;
    emitter.onCompletion(this::end);
    emitter.onTimeout(this::end);
    emitter.onError(e -> end());
  }

  SseEmitter emitter() {
    return emitter;
  }

  boolean sees(String which, Access access) {
    return (mine.isEmpty() || mine.equals(which)) && access.sees(account, which);
  }

  SignedIn who() {
    return who;
  }

  String session() {
    return session;
  }

  /** Role and scope as they are now. */
  Account account() {
    return account;
  }

  void is(Account now) {
    account = now;
  }

  void offer(String name, Object body) {
    if (!queue.offer(new Item(name, body))) {
      LOG.info("a watcher is too slow for its stream and is let go");
      end();
    }
  }

  void end() {
    gone.accept(this);
    queue.clear();
    if (!queue.offer(END)) {
      LOG.debug("a stream ends while it is being filled");
    }
  }

  @Override
  public void run() {
    try {
      for (Item next = queue.take(); !next.equals(END); next = queue.take()) {
        emitter.send(
            SseEmitter.event().name(next.name()).data(next.body(), MediaType.APPLICATION_JSON));
      }
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("a watcher has left", e);
      gone.accept(this);
    } catch (InterruptedException e) {
      emitter.complete();
      Thread.currentThread().interrupt();
    }
  }
}
