/** What waits for a second person, and what is put aside. */
import {may, send} from './acts.js';
import {mineTime} from './clock.js';
import {html, nothing} from './lib.js';
import {state} from './store.js';
import {t} from './words.js';

function waits(incident, proposal) {
  const own = proposal.by === state.me?.user;
  return html`<div class="answer" role="status">
    <span>${t('proposal.waits', proposal.by, t(`proposal.${proposal.what}`), proposal.reason)}</span>
    ${own || !may(incident, 'CONFIRM')
      ? html`<b>${t('proposal.other')}</b>`
      : html`<button class="danger" ?disabled=${state.sending !== null}
          @click=${() => send(incident, 'CONFIRM', {what: proposal.what})}>${t('act.CONFIRM')}</button>`}
  </div>`;
}

export function second(incident) {
  const {proposal, shelf} = incident;
  return html`${shelf
    ? html`<p class="confirm"><b>${t('shelf.until', mineTime(shelf.until), shelf.reason,
        [shelf.by, shelf.second].filter(Boolean).join(', '))}</b></p>`
    : nothing}
  ${proposal && incident.stage !== 'CLOSED' ? waits(incident, proposal) : nothing}`;
}
