package io.minewatch.ingest.gateway.relay;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.ingest.gateway.forward.Needed;
import io.minewatch.ingest.gateway.input.Keeper;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.FileMark;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where inputs and the line hand over to the relay's thread; never blocks. */
final class Door implements Keeper, Uplink.Ear {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private final Inbox inbox;

  Door(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public CompletableFuture<Void> keep(List<Entry> entries, @Nullable FileMark mark) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    inbox.put(new Inbox.Keep(List.copyOf(entries), mark, done));
    return done;
  }

  @Override
  public CompletableFuture<Boolean> hasTaken(FileMark mark) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    inbox.put(new Inbox.Ask(notes -> notes.hasTaken(mark), answer));
    return answer;
  }

  @Override
  public void movedAway(String path) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    inbox.put(
        new Inbox.Ask(
            notes -> {
              notes.movedAway(path);
              return true;
            },
            answer));
    var unused =
        answer.exceptionally(
            e -> {
              // The next file of this name and content would be taken for this one.
              LOG.warn("could not note that {} was moved away: {}", path, e.toString());
              return false;
            });
  }

  @Override
  public void refusedFile() {
    inbox.put(new Inbox.Refused(1, 0));
  }

  @Override
  public void refusedRecords(long count) {
    inbox.put(new Inbox.Refused(0, count));
  }

  @Override
  public void cannotRead(String input) {
    inbox.put(new Inbox.Input(input, Inbox.Input.Reads.NOT));
  }

  @Override
  public void readsAgain(String input) {
    inbox.put(new Inbox.Input(input, Inbox.Input.Reads.WELL));
  }

  @Override
  public void onConnected() {
    inbox.put(Inbox.Line.UP);
  }

  @Override
  public void onLost() {
    inbox.put(Inbox.Line.DOWN);
  }

  @Override
  public void onReceipt(Needed.By by, Receipt receipt) {
    inbox.put(new Inbox.Heard(by, receipt));
  }
}
