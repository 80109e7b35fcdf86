package io.minewatch.ingest.gateway.input;

import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.FileMark;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where inputs hand over what they took. Safe for many threads. */
public interface Keeper {
  /**
   * Keeps messages, all or none.
   *
   * @param mark the file they come from; null if from none
   * @return completes when they are safe on disk, and not before; what hangs on it must not block
   */
  CompletableFuture<Void> keep(List<Entry> entries, @Nullable FileMark mark);

  /** Whether the messages of this file are safe already, from before a restart. */
  CompletableFuture<Boolean> hasTaken(FileMark mark);

  /** The file is gone from where it lay. */
  void movedAway(String path);

  /** Counts a file that could not be taken. */
  void refusedFile();

  /** Counts messages, lines or records that could not be taken. */
  void refusedRecords(long count);

  /** An input cannot be read; the platform is told until it can. */
  void cannotRead(String input);

  /** An input that could not be read can be again. */
  void readsAgain(String input);
}
