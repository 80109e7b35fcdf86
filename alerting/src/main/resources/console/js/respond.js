/** Declaring measures: large buttons for the usual ones, words for the rest. */
import {send} from './acts.js';
import {html, live, nothing} from './lib.js';
import {change, state} from './store.js';
import {inLanguage, t} from './words.js';

export const MEASURES = ['STOP', 'POWER', 'AIR', 'CHECK', 'GUARD', 'REPORT'];

let chosen = new Set();
let more = '';
let about = null; // the incident these words are for

function toggle(measure) {
  if (!chosen.delete(measure)) {
    chosen.add(measure);
  }
  change({});
}

/** What goes on record, in the language of the mine. */
const written = () =>
  [...MEASURES.filter((one) => chosen.has(one)).map((one) => inLanguage('zh', `do.${one}`)), more.trim()]
    .filter(Boolean)
    .join(';');

async function declare(incident) {
  if (await send(incident, 'RESPOND', {measures: written()})) {
    chosen = new Set();
    more = '';
    change({dialog: null});
  }
}

export const responseForm = (incident) => html`<h2>${t('dialog.respond')}</h2>
  ${measures(incident, html`<button @click=${() => change({dialog: null})}>${t('cancel')}</button>`)}`;

/** What is filled in, wherever it stands; beside the button that sends it whatever leaves. */
export function measures(incident, leaves) {
  if (about !== incident.id) {
    about = incident.id;
    chosen = new Set();
    more = '';
  }
  return html`<div class="measures">
      ${MEASURES.map(
        (one) => html`<button aria-pressed=${chosen.has(one)} @click=${() => toggle(one)}>
          <span aria-hidden="true">${chosen.has(one) ? '☑' : '☐'}</span> ${t(`do.${one}`)}
        </button>`,
      )}
    </div>
    <label class="line">${t('respond.more')}
      <textarea rows="2" maxlength="500" .value=${live(more)} @input=${(event) => {
        more = event.target.value;
        change({});
      }}></textarea></label>
    <div class="foot">
      ${leaves ?? nothing}
      <button class="primary large" ?disabled=${!written() || state.sending !== null}
        @click=${() => declare(incident)}>${t(state.sending ? 'act.sending' : 'act.RESPOND')}</button>
    </div>`;
}
