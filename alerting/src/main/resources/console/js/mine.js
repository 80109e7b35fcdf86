/** The mine in view: schematic and live table. */
import {conditions} from './condition.js';
import {html, nothing} from './lib.js';
import {liveTable} from './live.js';
import {schematic} from './schematic.js';
import {pastTable} from './past.js';
import {state} from './store.js';
import {t} from './words.js';

export function minePart() {
  if (!state.plan) {
    return html`<section class="part mine" id="part-mine" tabindex="-1">
      <p class="empty">${t('mine.loading')}</p>
    </section>`;
  }
  const all = conditions();
  return html`<section class="part mine" id="part-mine" tabindex="-1" aria-label=${t('tab.mine')}>
    ${state.me?.role === 'REGULATOR' ? html`<p class="inspected"><a class="tag" href="#/books/${encodeURIComponent(state.mine)}">${t('books.open')}</a></p>` : nothing}
    ${schematic(all)} ${liveTable(all)} ${pastTable()}
  </section>`;
}
