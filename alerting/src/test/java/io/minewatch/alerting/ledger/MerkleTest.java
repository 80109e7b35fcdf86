package io.minewatch.alerting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTest {
  private static final long SEED = 20260301;

  private static List<String> texts(int size) {
    return IntStream.range(0, size).mapToObj(i -> "reading " + i).toList();
  }

  @Test
  void itIsTheTreeOfTheStandard() {
    // The hash of nothing, and of one empty leaf, as RFC 9162 (2.1.1) defines them.
    assertThat(Merkle.of(List.of()).root())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Merkle.of(List.of("")).root())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @Test
  void everyTextOfEverySizeIsProvenByItsPathAndByNoOther() {
    for (int size = 1; size <= 130; size++) {
      List<String> texts = texts(size);
      Merkle tree = Merkle.of(texts);
      for (int i = 0; i < size; i++) {
        List<String> path = tree.path(i);
        assertThat(path.size()).isLessThanOrEqualTo(8);
        assertThat(Merkle.root(texts.get(i), i, size, path)).isEqualTo(tree.root());
        assertThat(Merkle.root("altered", i, size, path)).isNotEqualTo(tree.root());
        if (size > 1) {
          int other = (i + 1) % size;
          assertThat(Merkle.root(texts.get(i), other, size, path)).isNotEqualTo(tree.root());
          List<String> shorter = path.subList(1, path.size());
          assertThat(Merkle.root(texts.get(i), i, size, shorter)).isNull();
        }
      }
    }
  }

  @Test
  void whateverIsChangedTakenOutOrMovedGivesAnotherRoot() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      int size = 2 + random.nextInt(60);
      List<String> texts = new ArrayList<>(texts(size));
      String before = Merkle.of(texts).root();
      int at = random.nextInt(size);
      switch (random.nextInt(4)) {
        case 0 -> texts.set(at, texts.get(at) + "0");
        case 1 -> texts.remove(at);
        case 2 -> texts.add(at, "more");
        default -> texts.add((at + 1 + random.nextInt(size - 1)) % size, texts.remove(at));
      }
      boolean same = texts.equals(texts(size));
      assertThat(Merkle.of(texts).root().equals(before)).as("round " + round).isEqualTo(same);
    }
  }

  @Test
  void whatIsNoPathIsNoProofAndNoError() {
    Merkle tree = Merkle.of(texts(5));
    assertThat(Merkle.root("reading 0", -1, 5, tree.path(0))).isNull();
    assertThat(Merkle.root("reading 0", 5, 5, tree.path(0))).isNull();
    assertThat(Merkle.root("reading 0", 0, 0, List.of())).isNull();
    assertThat(Merkle.root("reading 0", 0, 5, List.of("x", "y", "z"))).isNull();
    List<String> longer = new ArrayList<>(tree.path(0));
    longer.add(longer.get(0));
    assertThat(Merkle.root("reading 0", 0, 5, longer)).isNull();
  }
}
