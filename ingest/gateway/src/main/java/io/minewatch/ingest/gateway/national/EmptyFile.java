package io.minewatch.ingest.gateway.national;

import io.minewatch.ingest.files.found.FileResult.EmptyBody.HeadCount;
import io.minewatch.ingest.gateway.bridge.Translation;

/**
 * What becomes of a file with nothing between header and end mark. Nobody is told gone by it: who
 * is inside is known by the positions of each card.
 */
final class EmptyFile {
  private EmptyFile() {}

  static Translation of(HeadCount says) {
    return switch (says) {
      case NOBODY ->
          Translation.nothing("its header counts nobody underground: there is nothing to send");
      case SOMEBODY ->
          Translation.refused(
              "its header counts people underground and no record follows: a failed generator");
      case NOT_TOLD ->
          Translation.refused(
              "nothing between header and end mark: an empty mine or a failed generator");
    };
  }
}
