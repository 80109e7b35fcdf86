/** Whether a person is there: a page that asks by itself does not keep its session alive. */

/** Nobody has touched the page for so long: what it asks, it asks by itself. */
const AWAY_MS = 60_000;

let touched = Date.now();

for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  addEventListener(kind, () => {
    touched = Date.now();
  }, {capture: true, passive: true});
}

export const isAway = () => Date.now() - touched > AWAY_MS;
