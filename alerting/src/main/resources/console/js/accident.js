/** An incident that is an accident: declaring it, and the clocks of the reports that it owes. */
import * as api from './api.js';
import {mayAct, sent} from './acts.js';
import {bothTimes, countdown, mineTime, now} from './clock.js';
import {html, live, nothing} from './lib.js';
import {change, state} from './store.js';
import {t} from './words.js';

let text = '';
let about = null; // the incident and report this text is for
let report = null; // null: the declaration itself

/** Opens the dialog in which an accident is declared, or a report of it put on record. */
function ask(incident, which) {
  report = which;
  const subject = `${incident.id} ${which ?? ''}`;
  if (about !== subject) {
    about = subject;
    text = '';
  }
  change({dialog: 'accident'});
}

async function give(incident) {
  const said = text.trim();
  const done = report === null
    ? await sent(incident, 'DECLARE_ACCIDENT', () => api.declareAccident(incident.id, said))
    : await sent(incident, 'REPORT_ACCIDENT', () => api.reportAccident(incident.id, report, said));
  if (done) {
    text = '';
    change({dialog: null});
  }
}

export function accidentForm(incident) {
  const act = report === null ? 'DECLARE_ACCIDENT' : 'REPORT_ACCIDENT';
  const owed = incident.accident?.reports.find((one) => one.id === report);
  return html`<h2>${t(`act.${act}`)}</h2>
    <p class="confirm"><b>${owed ? matter(owed) : t('accident.seen')}</b></p>
    <label class="line">${t(report === null ? 'accident.happened' : 'accident.note')}
      <textarea rows="3" maxlength="2000" autofocus .value=${live(text)} @input=${(event) => {
        text = event.target.value;
        change({});
      }}></textarea></label>
    <div class="foot">
      <button @click=${() => change({dialog: null})}>${t('cancel')}</button>
      <button class="${report === null ? 'danger' : 'primary'} large" ?disabled=${!text.trim() || state.sending !== null}
        @click=${() => give(incident)}>${t(state.sending ? 'act.sending' : `act.${act}`)}</button>
    </div>`;
}

/** Who owes it, to whom and how. */
export const matter = (one) =>
  state.lang === 'en'
    ? `${one.senderEnglish} → ${one.receiverEnglish} (${t(`form.${one.form}`)})`
    : `${one.sender} → ${one.receiver}（${t(`form.${one.form}`)}）`;

/** How it stands, by the clock of now: a page that is open sees a clock run out by itself. */
export function standing(one) {
  if (one.made) {
    return html`<span class=${one.standing === 'LATE' ? 'warn' : ''}>✓ ${t(`standing.${one.standing}`)}
      <span title=${bothTimes(one.made)}>${mineTime(one.made)}</span> ${one.by}</span>`;
  }
  const left = Date.parse(one.due) - now();
  return html`<span class="due ${left < 0 ? 'late' : left < 60_000 ? 'soon' : ''}" title=${bothTimes(one.due)}>
    <small>${t(left < 0 ? 'due.late' : 'due.left')}</small> <b class="clock">${countdown(left)}</b></span>`;
}

/** Reports that nobody has made in time. */
export const overdue = (accident) =>
  accident.reports.filter((one) => !one.made && Date.parse(one.due) < now()).length;

function row(incident) {
  return (one) => html`<tr>
    <td>${matter(one)}</td>
    <td>${standing(one)} ${one.note ? html`<br /><span class="quiet">“${one.note}”</span>` : nothing}</td>
    <td>${!one.made && mayAct()
      ? html`<button ?disabled=${state.sending !== null} @click=${() => ask(incident, one.id)}>${t('act.REPORT_ACCIDENT')}</button>`
      : nothing}</td>
  </tr>`;
}

export function accident(incident) {
  const one = incident.accident;
  if (!one) {
    return mayAct()
      ? html`<section class="block"><button class="act plain" ?disabled=${state.sending !== null}
          @click=${() => ask(incident, null)}>${t('act.DECLARE_ACCIDENT')}</button></section>`
      : nothing;
  }
  const late = overdue(one);
  return html`<section class="block people ${late > 0 ? 'inside' : ''}">
    <h3>${t('accident.title')}</h3>
    <p><b>${one.what}</b> <span class="quiet">${t('accident.declared', one.by, mineTime(one.declared))}</span>
      ${late > 0 ? html`<b class="warn" role="alert">⚠ ${t('accident.overdue', late)}</b>` : nothing}</p>
    <table class="remaining"><tbody>${one.reports.map(row(incident))}</tbody></table>
  </section>`;
}
