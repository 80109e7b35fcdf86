/** Releasing, closing and, against the evidence, closing by force. */
import {lacking, send} from './acts.js';
import {now} from './clock.js';
import {html, live, nothing} from './lib.js';
import {change, state} from './store.js';
import {t} from './words.js';

let note = '';
let hours = 1;

let about = null; // the incident and act this note is for

const HOURS = [1, 2, 4, 8];

/** What only this act needs. */
function extra(incident, act) {
  if (act === 'SHELVE') {
    return {until: new Date(now() + hours * 3_600_000).toISOString()};
  }
  const open = incident.orders.filter((one) => !one.lifted);
  return act === 'REVOKE_ORDER' ? {order: open[open.length - 1]?.id} : {};
}

async function give(incident, act) {
  if (await send(incident, act, {note: note.trim(), ...extra(incident, act)})) {
    note = '';
    change({dialog: null});
  }
}

export function closing(incident, act) {
  const subject = `${incident.id} ${act}`;
  if (about !== subject) {
    about = subject;
    note = '';
  }
  const force = act === 'FORCE_CLOSE';
  const second = force || act === 'SHOW_HARMLESS' || act === 'REVOKE_ORDER';
  const left = lacking(incident);
  return html`<h2>${t(`act.${act}`)}</h2>
    ${(force || act === 'CLOSE') && left.length > 0
      ? html`<p>${t('missing.title')}</p><ul class="left">
          ${left.map((one) => html`<li>☐ ${t(`missing.${one}`)}</li>`)}</ul>`
      : nothing}
    ${force ? html`<p class="confirm"><b>${t('force.seen')}</b></p>` : nothing}
    ${second ? html`<p>${t('second.seen')}</p>` : nothing}
    ${act === 'SHELVE' ? html`<label class="line">${t('shelve.hours')}
      <select @change=${(event) => {
        hours = Number(event.target.value);
      }}>${HOURS.map((one) => html`<option value=${one} ?selected=${one === hours}>${one}</option>`)}</select></label>` : nothing}
    <label class="line">${t(force ? 'force.reason' : 'note')}
      <textarea rows="3" maxlength="500" autofocus .value=${live(note)} @input=${(event) => {
        note = event.target.value;
        change({});
      }}></textarea></label>
    <div class="foot">
      <button @click=${() => change({dialog: null})}>${t('cancel')}</button>
      <button class="${force ? 'danger' : 'primary'} large" ?disabled=${!note.trim() || state.sending !== null}
        @click=${() => give(incident, act)}>${t(state.sending ? 'act.sending' : `act.${act}`)}</button>
    </div>`;
}
