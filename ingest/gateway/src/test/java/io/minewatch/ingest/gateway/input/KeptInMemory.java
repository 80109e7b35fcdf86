package io.minewatch.ingest.gateway.input;

import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.FileMark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Keeps in memory; may be told to hold back its word, as a disk that is busy does. */
class KeptInMemory implements Keeper {
  final List<Entry> entries = new ArrayList<>();
  final Set<FileMark> taken = new HashSet<>();
  final List<String> moved = new ArrayList<>();
  long refusedFiles;
  long refusedRecords;
  @Nullable RuntimeException failure;

  @Override
  public CompletableFuture<Void> keep(List<Entry> more, @Nullable FileMark mark) {
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    }
    entries.addAll(more);
    if (mark != null) {
      taken.add(mark);
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Boolean> hasTaken(FileMark mark) {
    return CompletableFuture.completedFuture(taken.contains(mark));
  }

  @Override
  public void movedAway(String path) {
    moved.add(path);
    taken.removeIf(mark -> mark.path().equals(path));
  }

  @Override
  public void refusedFile() {
    refusedFiles++;
  }

  @Override
  public void cannotRead(String input) {}

  @Override
  public void readsAgain(String input) {}

  @Override
  public void refusedRecords(long count) {
    refusedRecords += count;
  }
}
