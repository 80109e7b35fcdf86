/** The pages beside the home, and the way to them: the part of the address behind the sign #. */
import {unanswered} from './acts.js';
import {archivePage} from './archive.js';
import {areaPage} from './area.js';
import {booksPage} from './books.js';
import {cluesPage} from './clues.js';
import {countersPage} from './counters.js';
import {drillsPage} from './drills.js';
import {fourLinesPage} from './fourlines.js';
import {healthPage} from './health.js';
import {html, nothing} from './lib.js';
import {platformPage} from './platform.js';
import {registryPage} from './registry.js';
import {rosterPage} from './roster.js';
import {shiftPage} from './shift.js';
import {change, state} from './store.js';
import {t} from './words.js';

const PAGES = {
  area: areaPage, shift: shiftPage, archive: archivePage, health: healthPage, roster: rosterPage,
  registry: registryPage, drills: drillsPage, counters: countersPage, fourlines: fourLinesPage, clues: cluesPage, books: booksPage,
  platform: platformPage,
};

/** Pages that only one role has. */
const ONLY = {clues: 'REGULATOR', books: 'REGULATOR'};

/** Home first, in the order of the menu. */
export const NAMES = ['now', 'wall', ...Object.keys(PAGES)];

/** A regulator begins with the area, everybody else with what to do next. */
const home = () => (state.me?.role === 'REGULATOR' ? 'area' : 'now');

const isOpen = (name) => ONLY[name] === undefined || ONLY[name] === state.me?.role;

export const pageNow = () => (NAMES.includes(state.page) && isOpen(state.page) ? state.page : home());

const fromAddress = () => location.hash.replace(/^#\/?/, '').split('/')[0];

export function startPages() {
  const take = () => {
    change({page: fromAddress(), menu: false});
    document.getElementById('page')?.querySelector('main')?.scrollTo(0, 0);
  };
  addEventListener('hashchange', take);
  state.page = fromAddress();
}

export const go = (name) => {
  location.hash = `#/${name}`;
};

/** The page in view, or null when it is the home. Calls that wait stay in sight on every page. */
export function sheet() {
  const draw = PAGES[pageNow()];
  return draw ? html`<main class="sheets ${state.link.up ? '' : 'distrusted'}" tabindex="-1">${callsWait()} ${draw()}</main>` : null;
}

function callsWait() {
  const calls = unanswered().length;
  return calls === 0 ? nothing : html`<button class="waiting danger" @click=${() => go('now')}>
    ${t('aria.calls', calls)} → ${t('page.now')}</button>`;
}

export function menu() {
  const flip = () => change({menu: !state.menu});
  return html`<div class="menu">
    <button class="where" aria-expanded=${state.menu} aria-controls="menu" @click=${flip} title="m">
      <span aria-hidden="true">☰</span> ${t(`page.${pageNow()}`)}</button>
    ${state.menu ? html`<nav id="menu" aria-label=${t('page.menu')}>
      ${NAMES.filter(isOpen).map((name) => html`<a href="#/${name}" aria-current=${name === pageNow() ? 'page' : 'false'}
        @click=${() => change({menu: false})}>${t(`page.${name}`)} <small>${t(`page.${name}.what`)}</small></a>`)}
    </nav>` : nothing}
  </div>`;
}
