/** A draft of a registry tried on what was recorded: findings, calls and people before and after. */
import * as api from './api.js';
import {html, nothing} from './lib.js';
import {failure, table, when} from './page.js';
import {change} from './store.js';
import {t} from './words.js';

const LOOK_MS = 1000;
const HOURS = [1, 8, 24, 168];

let trial = {job: null, of: '', hours: 24, problem: null, starting: false};

export function forgetTrial() {
  trial = {job: null, of: '', hours: trial.hours, problem: null, starting: false};
}

/** The back-test that is done for the draft as it is, or null. */
export const trialId = () => (trial.job?.state === 'DONE' ? trial.job.id : null);

async function start(mine, document) {
  if (trial.starting) {
    return;
  }
  trial = {...trial, starting: true};
  const to = new Date();
  const from = new Date(to - trial.hours * 3_600_000);
  try {
    trial = {...trial, starting: false, of: JSON.stringify(document), problem: null, job: await api.backTest(mine, {document, from: from.toISOString(), to: to.toISOString()})};
    follow(mine, trial.job.id);
  } catch (problem) {
    trial = {...trial, starting: false, problem};
  }
  change({});
}

async function follow(mine, id) {
  while (trial.job?.id === id && trial.job.state === 'OPEN') {
    await new Promise((later) => setTimeout(later, LOOK_MS));
    try {
      const job = await api.backTestOf(mine, id);
      if (trial.job?.id !== id) {
        return; // a newer trial, or a changed draft
      }
      trial = {...trial, job, problem: null};
    } catch (problem) {
      trial = {...trial, problem}; // asked again: the line may come back
      if (problem.status === 401 || problem.status === 404) {
        return;
      }
    }
    change({});
  }
}

function sides(outcome) {
  const rows = ['findings', 'calls', 'people'].map((what) => ({what, before: outcome.before[what], after: outcome.after[what]}));
  return html`${table([
    ['trial.what', (row) => t(`trial.${row.what}`)],
    ['trial.before', (row) => row.before, 'num'],
    ['trial.after', (row) => html`<b class=${row.after < row.before ? 'warn' : ''}>${row.after}</b>`, 'num'],
  ], rows, 'trial.none', t('trial.over', outcome.readings, outcome.positions))}
  ${outcome.missed.length > 0
    ? html`<div class="lowers"><b>⚠ ${t('trial.missed', outcome.missed.length, outcome.real)}</b></div>`
    : html`<p>${kept(outcome)}</p>`}
  ${untold('trial.neither', outcome.neither)} ${untold('trial.beyond', outcome.beyond)}
  ${milder(outcome)}
  ${listed('trial.gone', outcome.onlyBefore)} ${listed('trial.new', outcome.onlyAfter)}`;
}

/** Green only for events that are found today and would be: of the others a back-test says nothing. */
function kept(outcome) {
  const tried = outcome.real - (outcome.neither?.length ?? 0) - (outcome.beyond?.length ?? 0);
  return tried === 0 ? t('trial.noreal') : html`✓ ${t('trial.kept', tried)}`;
}

const untold = (word, ids) => (ids?.length > 0 ? html`<p class="quiet">${t(word, ids.length, ids.join(', '))}</p>` : nothing);

/** Real events that would be found, but milder or later than now: no green beside them. */
function milder(outcome) {
  const weaker = (outcome.milder ?? []).map((one) => html`<li>⚠ ${t(`trial.milder.${one.calls}`, one.incident, t(`severity.${one.before}`), t(`severity.${one.after}`))}</li>`);
  const later = (outcome.later ?? []).map((one) => html`<li>⚠ ${t('trial.later', one.incident, one.seconds)}</li>`);
  return weaker.length + later.length === 0 ? nothing : html`<div class="lowers"><b>${t('trial.weaker', weaker.length + later.length)}</b><ul>${weaker}${later}</ul></div>`;
}

const listed = (word, rows) => (rows.length === 0 ? nothing : html`<details><summary>${t(word, rows.length)}</summary>
  ${table([['trial.onset', (row) => when(row.onset)], ['trial.subject', (row) => row.subject], ['trial.rule', (row) => row.rule]], rows, 'trial.none')}</details>`);

function progress(mine, job) {
  const stop = () => api.stopBackTest(mine, job.id).catch((problem) => {
    trial = {...trial, problem};
    change({});
  });
  return html`<progress max="100" value=${job.percent} aria-label=${t('trial.title')}></progress>
    <p class="quiet">${t('trial.progress', job.percent, job.readings)} <button @click=${stop}>${t('trial.stop')}</button></p>`;
}

export function backTestPart(mine, document) {
  if (trial.job && trial.of !== JSON.stringify(document)) {
    forgetTrial(); // it was another draft
  }
  const {job, problem, hours} = trial;
  const period = (event) => {
    trial = {...trial, hours: Number(event.target.value)};
  };
  return html`<div class="trial"><h3>${t('trial.title')}</h3>
    <div class="line-of"><label class="pick">${t('trial.period')} <select @change=${period}>
        ${HOURS.map((one) => html`<option value=${one} ?selected=${one === hours}>${t('trial.hours', one)}</option>`)}</select></label>
      <button ?disabled=${job?.state === 'OPEN'} @click=${() => start(mine, document)}>${t('trial.start')}</button></div>
    ${failure(problem, 'page.unsure')}
    ${!job ? nothing : job.state === 'OPEN' ? progress(mine, job)
      : job.state === 'DONE' ? sides(job.outcome)
      : html`<p class="warn">${t(`trial.${job.state}`)} ${job.problem}</p>`}</div>`;
}
