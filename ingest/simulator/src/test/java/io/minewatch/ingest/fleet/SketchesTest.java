package io.minewatch.ingest.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SketchesTest {
  @Test
  void theSameSeedGivesTheSameMinesToTheLastByteAndMoreOfThemChangeNothing() {
    List<String> few = files(40, 7);

    assertThat(files(40, 7)).isEqualTo(few);
    assertThat(files(80, 7).subList(0, 40)).isEqualTo(few);
    assertThat(files(40, 8)).isNotEqualTo(few);
  }

  @Test
  void theyAreAsManyAsWantedAllOthersAndOfDifferingSize() {
    List<MineSketch> all = Sketches.first(Sketches.MOST_MINES, 1);

    assertThat(all).extracting(MineSketch::mine).doesNotHaveDuplicates();
    assertThat(all).extracting(MineSketch::seed).doesNotHaveDuplicates();
    assertThat(all.stream().map(mine -> mine.rows().points().size()).distinct())
        .hasSizeGreaterThan(20);
    assertThat(all).extracting(MineSketch::kind).contains(MineSketch.Kind.values());
  }

  @Test
  void smallMinesGetMorePointsAndNothingElseChanges() {
    List<MineSketch> plain = Sketches.first(40, 7);
    List<MineSketch> large = Sketches.first(40, 7, 300);

    for (int i = 0; i < plain.size(); i++) {
      List<String> points = large.get(i).rows().points();
      assertThat(points)
          .hasSize(300)
          .startsWith(plain.get(i).rows().points().toArray(String[]::new));
      assertThat(points).doesNotHaveDuplicates();
      assertThat(large.get(i).rows().zones()).isEqualTo(plain.get(i).rows().zones());
    }
    assertThat(Sketches.first(40, 7, 1)).isEqualTo(plain);
    assertThatThrownBy(() -> Sketches.first(1, 7, Sketches.MOST_POINTS + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moreThanThereAreMinesIsRefused() {
    assertThatThrownBy(() -> Sketches.first(Sketches.MOST_MINES + 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3338");
  }

  private static List<String> files(int count, long seed) {
    return Sketches.first(count, seed).stream().map(MineSketch::yaml).toList();
  }
}
