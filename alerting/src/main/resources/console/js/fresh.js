/** Whether what is known of a mine still says something about now. The terms are rows of the rule pack. */
import {duration, since} from './clock.js';
import {state} from './store.js';

/** Whether the mine's judging was heard over a line that is up, lately enough; without terms nothing was. */
export function isJudged(code) {
  const summary = state.summaries.get(code);
  return Boolean(state.terms && state.link.up && summary && since(summary.at) <= duration(state.terms.summary));
}

/** How old the newest position of anybody is in a head count; infinite when nobody was ever positioned. */
export const positionsAge = (muster) => since(muster?.lastFix);

/** Whether positions of this age still tell where people are: the terms, and two reports of a card of this mine. */
export const isPlaced = (muster) =>
  Boolean(state.terms)
  && positionsAge(muster) <= Math.max(duration(state.terms.positions), 2 * duration(state.plan?.tagPeriod));

/** How many are underground as people read it: with a question mark when the count is old, alone when there is none. */
export function undergroundNow() {
  const summary = state.summaries.get(state.mine);
  if (!summary || !state.muster?.lastFix) {
    return {text: '?', sure: false};
  }
  const sure = isJudged(state.mine) && isPlaced(state.muster);
  return {text: sure ? String(summary.underground) : `${summary.underground} ?`, sure};
}
