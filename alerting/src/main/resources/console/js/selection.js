/** Which incident is in view. */
import {pageNow} from './pages.js';
import {change, state} from './store.js';
import {showMine} from './stream.js';
import {worstFirst} from './severity.js';

/** What the list shows: open ones worst first, and the one in view even when it was just closed. */
export const listed = () =>
  [...state.incidents.values()]
    .filter((one) => one.stage !== 'CLOSED' || one.id === state.selected)
    .sort((a, b) => (a.stage === 'CLOSED') - (b.stage === 'CLOSED') || worstFirst(a, b));

export const selected = () => state.incidents.get(state.selected) ?? null;

export function select(incident, tab = state.tab) {
  change({selected: incident.id, looking: false, point: null, tab});
  if (incident.mine !== state.mine) {
    showMine(incident.mine);
  }
}

/** Takes the worst one into view when there is none; never takes the view, or the mine of a page, away from a person. */
export function selectFirst() {
  const first = listed()[0];
  if (pageNow() === 'now' && !selected() && first && !state.looking) {
    select(first);
  }
}

/** Shows a mine without an incident, until one is chosen again. */
export function lookAt(mine) {
  change({selected: null, looking: true});
  showMine(mine);
}

export function move(step) {
  const all = listed();
  if (all.length > 0) {
    const at = all.findIndex((one) => one.id === state.selected);
    select(all[Math.min(all.length - 1, Math.max(0, at + step))]);
  }
}
