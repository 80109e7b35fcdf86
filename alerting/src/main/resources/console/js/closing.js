/** Releasing, closing and, against the evidence, closing by force. */
import {lacking, send} from './acts.js';
import {html, live, nothing} from './lib.js';
import {change, state} from './store.js';
import {t} from './words.js';

let note = '';
let about = null; // the incident and act this note is for

async function give(incident, act) {
  if (await send(incident, act, {note: note.trim()})) {
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
  const left = lacking(incident);
  return html`<h2>${t(`act.${act}`)}</h2>
    ${act !== 'RELEASE' && left.length > 0
      ? html`<p>${t('missing.title')}</p><ul class="left">
          ${left.map((one) => html`<li>☐ ${t(`missing.${one}`)}</li>`)}</ul>`
      : nothing}
    ${force ? html`<p class="confirm"><b>${t('force.seen')}</b></p>` : nothing}
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
