/**
 * Exercises on the real path: start one, see how far it is, end it, read its report. What a regulator starts is a
 * challenge: never announced, and the mine sees nothing of it but the call.
 */
import * as api from './api.js';
import {duration, span} from './clock.js';
import {doing, outcome, told} from './doing.js';
import {use} from './fetched.js';
import {html, nothing} from './lib.js';
import {page, shown, table, when} from './page.js';
import {select} from './selection.js';
import {change, state} from './store.js';
import {nameOf, t} from './words.js';

const EVERY_MS = 5000;
const STARTERS = new Set(['DISPATCHER', 'OPERATOR', 'REGULATOR', 'ADMINISTRATOR']);
const RAISED = ['BLUE', 'YELLOW', 'ORANGE', 'RED'];
/** How long the fact stands before it clears, unless the person says otherwise. */
const MINUTES = 15;

const isRegulator = () => state.me.role === 'REGULATOR';

/** The point that is chosen in the form; null for the first. */
let chosenPoint = null;

/** Points whose limits can be crossed in an exercise, with their limit rules. */
function crossable() {
  return (state.plan?.points ?? []).map((point) => {
    const rules = (state.plan.limits ?? []).filter((one) => point.rules.includes(one.id) && one.steps.length > 0);
    return rules.length > 0 ? {point, rules} : null;
  }).filter(Boolean);
}

/** The levels that a point really has, the mildest first: in an exercise as in earnest. */
function levelsOf({rules}) {
  return RAISED.filter((level) => rules.some((rule) => rule.steps.some((one) => one.severity === level)));
}

/** A script of one fact: it opens at the step of the chosen level and clears after some minutes. */
function script(chosen, severity, minutes) {
  const rule = chosen?.rules.find((one) => one.steps.some((step) => step.severity === severity));
  if (!rule) {
    const levels = chosen ? levelsOf(chosen).map((one) => t(`severity.${one}`)).join(' / ') : '';
    throw new Error(t('drills.nolevel', severity ? t(`severity.${severity}`) : '?', levels));
  }
  const step = rule.steps.find((one) => one.severity === severity);
  const clear = {after: `PT${minutes}M`, point: chosen.point.id, kind: 'CLEARED', severity, value: rule.restore, limit: step.at};
  return [{after: 'PT0S', point: chosen.point.id, kind: 'OPENED', severity, value: step.at, limit: step.at}, clear];
}

function start(event) {
  event.preventDefault();
  const form = new FormData(event.target);
  const chosen = crossable().find((one) => one.point.id === form.get('point'));
  const minutes = Number(form.get('minutes'));
  const later = Number(form.get('later'));
  const body = {mine: state.mine, title: form.get('title'), notice: isRegulator() ? 'UNANNOUNCED' : form.get('notice')};
  if (later > 0) {
    body.starts = new Date(Date.now() + later * 60_000).toISOString();
  }
  const ask = () => api.startDrill({...body, steps: script(chosen, form.get('severity'), minutes)});
  doing('drills', ask, t('drills.started'));
}

function form() {
  const points = crossable();
  if (!STARTERS.has(state.me.role) || points.length === 0) {
    return nothing;
  }
  const chosen = points.find((one) => one.point.id === chosenPoint) ?? points[0];
  const levels = levelsOf(chosen);
  const choose = (event) => {
    chosenPoint = event.target.value;
    change({});
  };
  return html`<section class="card-box"><h2>${t(isRegulator() ? 'challenge.new' : 'drills.new')} <span class="quiet">${t(isRegulator() ? 'challenge.new.what' : 'drills.new.what')}</span></h2>
    <form class="form" @submit=${start}>
      <label>${t('drills.name')}<input name="title" required maxlength="200" .defaultValue=${t(isRegulator() ? 'challenge.usual' : 'drills.name.usual')} /></label>
      <div class="line-of">
        <label>${t('drills.point')}<select name="point" @change=${choose}>${points.map(({point}) => html`<option value=${point.id} ?selected=${point === chosen.point}>${nameOf(point)}</option>`)}</select></label>
        <label>${t('drills.level')}<select name="severity">${levels.map((one) => html`<option value=${one} ?selected=${one === levels.at(-1)}>${t(`severity.${one}`)}</option>`)}</select></label>
        <label>${t('drills.minutes')}<input name="minutes" type="number" min="1" max="240" required value=${MINUTES} /></label>
        <label>${t('drills.later')}<input name="later" type="number" min="0" max="10080" required value="0" /></label>
        ${isRegulator() ? nothing : html`<label>${t('drills.notice')}<select name="notice">${['ANNOUNCED', 'UNANNOUNCED'].map((one) => html`<option value=${one}>${t(`notice.${one}`)}</option>`)}</select></label>`}
      </div>
      <div><button class="primary large" ?disabled=${outcome('drills').busy}>${t('drills.start')}</button></div>
    </form></section>`;
}

function progress(one) {
  if (one.nextAt) {
    return html`${t(one.told === 0 ? 'drills.waits' : 'drills.runs', one.told)} ${when(one.nextAt)}`;
  }
  return t('drills.told', one.told);
}

/** A regulator ends only what a regulator started. */
const mayEnd = (one) => STARTERS.has(state.me.role) && (!isRegulator() || one.origin === 'CHALLENGE');

const took = (answer) => (answer.took ? span(duration(answer.took)) : '—');

/** One measured answer: how long it took and whether in time; what has not come is said as such. */
function answer(word, one) {
  if (!one) {
    return html`<div>${t(word)} <b class="warn">${t('challenge.notyet')}</b></div>`;
  }
  return html`<div>${t(word)} ${took(one)} <b class=${one.inTime === 'LATE' ? 'warn' : 'quiet'}>${t(`challenge.${one.inTime}`)}</b></div>`;
}

/** What was measured; before anybody was called there is nothing. */
function measured({outcome: found}) {
  if (!found?.called) {
    return t('challenge.none');
  }
  return html`${answer('challenge.answered', found.answered)} ${answer('challenge.responded', found.responded)}
    ${found.ordered ? answer('challenge.ordered', found.ordered) : nothing}
    ${found.escalated > 0 ? html`<b class="warn">${t('challenge.escalated', found.escalated)}</b>` : nothing}`;
}

function acts(one) {
  const incident = one.incident ? state.incidents.get(one.incident) : null;
  const look = () => {
    select(incident, 'incident');
    location.hash = '#/now';
  };
  const end = () => doing('drills', () => api.endDrill(one.id), t('drills.ended'));
  return html`
    ${incident ? html`<button @click=${look}>${t('drills.look')}</button>` : nothing}
    ${one.nextAt && mayEnd(one) ? html`<button @click=${end}>${t('drills.end')}</button>` : nothing}
    ${one.incident ? html`<a href="/api/drills/${encodeURIComponent(one.id)}/report" target="_blank" rel="noopener">${t('drills.report')}</a>` : nothing}`;
}

export function drillsPage() {
  const all = use(`drills of ${state.mine}`, () => api.drillsOf(state.mine ?? ''), EVERY_MS);
  return page('drills', nothing, html`${told('drills')} ${form()}
    <section class="card-box"><h2>${t('drills.title')}</h2>
      ${shown(all, (rows) => table([
        ['drills.starts', (one) => when(one.starts)],
        ['drills.name', (one) => html`<b>${one.title}</b> <span class="tag">${t(`notice.${one.notice}`)}</span>
          ${one.origin === 'CHALLENGE' ? html`<span class="tag">${t('challenge.tag')}</span>` : nothing}`],
        ['drills.by', (one) => one.starter],
        ['drills.state', progress],
        ['challenge.measured', measured],
        ['drills.acts', acts],
      ], rows, 'drills.none'))}</section>`);
}
