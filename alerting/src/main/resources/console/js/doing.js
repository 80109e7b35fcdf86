/** What a person has asked of the server on a page: one thing at a time, and its outcome in words. */
import {forget} from './fetched.js';
import {html, nothing} from './lib.js';
import {failure} from './page.js';
import {change} from './store.js';
import {t} from './words.js';

const outcomes = new Map(); // page -> {busy, problem, said, done}

/** A second press so soon after a success is the same press: nobody is called twice by a double click. */
const SAME_PRESS_MS = 1500;

export const outcome = (page) => outcomes.get(page) ?? {busy: false, problem: null, said: null};

/** Does it unless something of this page is under way; what begins with `stale` is fetched again after it. */
export async function doing(page, act, said, stale) {
  if (outcome(page).busy || Date.now() - (outcome(page).done ?? 0) < SAME_PRESS_MS) {
    return null;
  }
  outcomes.set(page, {busy: true, problem: null, said: null});
  change({});
  let answer = null;
  try {
    answer = await act();
    outcomes.set(page, {busy: false, problem: null, said: typeof said === 'function' ? said(answer) : said, done: Date.now()});
  } catch (problem) {
    outcomes.set(page, {busy: false, problem, said: null});
    if (problem.status === 401) {
      change({me: null});
    }
  }
  forget(stale ?? page);
  return answer;
}

/** What came of the last one. */
export function told(page) {
  const {busy, problem, said} = outcome(page);
  return html`${failure(problem, 'page.unsure')}
    ${busy ? html`<p class="quiet" role="status">${t('act.sending')}</p>` : nothing}
    ${said ? html`<p class="told" role="status">✓ ${said}</p>` : nothing}`;
}
