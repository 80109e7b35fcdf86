package io.minewatch.bench.console;

/**
 * When a page is of use: a stated thing is on it, and the frame that shows it has been drawn. The
 * page itself looks at each frame and notes the milliseconds since the navigation began.
 *
 * @param what in words
 * @param isThere an expression of JavaScript
 */
record Useful(String what, String isThere) {
  private static final String SCRIPT =
      """
      (() => {
        const isThere = () => { %s };
        const painted = () => {
          const after = new MessageChannel();
          after.port1.onmessage = () => { window.minewatchUseful = performance.now(); };
          after.port2.postMessage(0);
        };
        const look = () => requestAnimationFrame(isThere() ? painted : look);
        requestAnimationFrame(look);
      })();
      """;

  /** The mine: a row for each point, each with a value, all people in their zones, the line up. */
  static Useful mine(BigMine mine) {
    return new Useful(
        "a row with its value for each of %d points, %d people in their zones, the line up"
            .formatted(mine.points(), mine.people()),
        mineIsThere(mine));
  }

  private static String mineIsThere(BigMine mine) {
    return """
        const table = document.querySelector('table.live');
        if (!table || table.tBodies[0].rows.length !== %d) return false;
        if (document.getElementsByClassName('c-DARK').length > 0) return false;
        let people = 0;
        for (const each of document.querySelectorAll('.persons text')) people += parseInt(each.textContent, 10);
        return people === %d && !document.querySelector('.distrusted');
        """
        .formatted(mine.points(), mine.people());
  }

  /** The home of a dispatcher: the same, every open incident in its list, the worst in view. */
  static Useful home(BigMine mine, int incidents) {
    return new Useful(
        "%d open incidents in the list, the worst in view, and of its mine %s"
            .formatted(incidents, mine(mine).what()),
        """
        if (document.querySelectorAll('.queue .item').length !== %d) return false;
        if (!document.querySelector('.incident h1')) return false;
        %s
        """
            .formatted(incidents, mineIsThere(mine)));
  }

  /** The home of a regulator: the sum of all mines, a row for each province, the line up. */
  static Useful nation(ManyMines mines) {
    return new Useful(
        "the sum of %d mines and a row for each of %d provinces, the line up"
            .formatted(mines.count(), mines.provinces()),
        """
        const first = document.querySelector('.sheet .figures .figure b');
        return first?.textContent === '%d' && !document.querySelector('.distrusted')
          && document.querySelectorAll('.sheet table.rows tbody tr').length === %d;
        """
            .formatted(mines.count(), mines.provinces()));
  }

  String script() {
    return SCRIPT.formatted(isThere);
  }
}
