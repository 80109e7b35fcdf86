/** The register of clues: what was suspected of a mine, and what became of it. For regulators alone. */
import {since, span} from './clock.js';
import {doing, outcome, told} from './doing.js';
import {forget, use} from './fetched.js';
import * as inspect from './inspect.js';
import {html, nothing} from './lib.js';
import {choose, page, shown, table, when} from './page.js';
import {change, state} from './store.js';
import {nameOf, t, wordOr} from './words.js';

const EVERY_MS = 30_000;
const ROWS = 100;
const BY = ['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'MINE'];
const EVIDENCE = ['TEXT', 'FOUR_LINE', 'FINDING', 'REWRITE', 'DRILL', 'INCIDENT', 'CHANGE'];
const OUTCOMES = ['SUBSTANTIATED', 'PARTLY', 'UNFOUNDED'];
/** What may be done next at each stage; the server decides. */
const NEXT = {
  RAISED: ['ASSIGN', 'ADD'], ASSIGNED: ['VISIT', 'ASSIGN', 'ADD'], VISITED: ['FIND', 'ADD'], FOUND: ['MEASURE', 'CLOSE', 'ADD'],
  MEASURED: ['CLOSE', 'MEASURE', 'ADD'], CLOSED: ['REOPEN'],
};

let asked = {which: 'OPEN', by: 'COUNTY', skip: 0, act: null};
/** What the form begins with: an outage that somebody comes from. */
let begun = {};

/** A new clue begins with this the next time that the register is shown. */
export function draft(what) {
  begun = what;
}

/** The clue in view as it was read when it was opened or last changed. */
let opened = null; // {value, problem}

function ask(patch) {
  asked = {...asked, ...patch};
  change({});
}

const idNow = () => location.hash.split('/')[2] ?? '';

const mineName = (code) => nameOf(state.mines.find((one) => one.mine === code), code);

const featureOf = (one) => (one.feature === 'BY_HAND' ? t('clue.byhand') : wordOr(`feature.${one.feature}`, one.feature));

const words = (one) => (state.lang === 'en' && one.wordsEnglish) || one.words;

/** When the next stage is owed; overdue ones say by how much. */
function due(one, told) {
  const overdue = told || (one.due && since(one.due) > 0 && one.stage !== 'CLOSED');
  if (!one.due) {
    return '—';
  }
  return overdue ? html`<b class="warn">⚠ ${t('clue.overdue', span(since(one.due)))}</b>` : when(one.due);
}

const stage = (one) => html`<span class="tag">${t(`stage.clue.${one.stage}`)}</span>
  ${one.reopened > 0 ? html`<small class="quiet">${t('clue.reopened', one.reopened)}</small>` : nothing}`;

function list() {
  const text = new URLSearchParams({which: asked.which, skip: asked.skip, most: ROWS}).toString();
  const found = use(`clues list ${text}`, () => inspect.clues(text), EVERY_MS);
  return html`<section class="card-box"><h2>${t('clues.title')} <span class="quiet">${t('clues.what')}</span></h2>
    ${shown(found, (view) => html`${table([
      ['clue.about', ({clue}) => html`<a href="#/clues/${encodeURIComponent(clue.id)}">${featureOf(clue)}</a> <small class="quiet">${clue.id}</small>`],
      ['exceptions.mine', ({clue}) => html`${mineName(clue.mine)} <small class="quiet">${clue.subject}</small>`],
      ['clue.stage', ({clue}) => stage(clue)],
      ['clue.due', (row) => due(row.clue, row.overdue)],
      ['clue.assignee', ({clue}) => clue.assignee || '—'],
      ['clue.outcome', ({clue}) => (clue.outcome ? t(`outcome.${clue.outcome}`) : '—')],
      ['clue.evidence', ({clue}) => clue.evidence, 'num'],
    ], view.clues, 'clues.none')}
    ${asked.skip > 0 || view.clues.length === ROWS ? html`<div class="line-of">
      <button ?disabled=${asked.skip === 0} @click=${() => ask({skip: Math.max(0, asked.skip - ROWS)})}>←</button>
      <button ?disabled=${view.clues.length < ROWS} @click=${() => ask({skip: asked.skip + ROWS})}>→</button></div>` : nothing}`)}
  </section>`;
}

function counts() {
  const found = use(`clues counts ${asked.by}`, () => inspect.clueCounts(`by=${asked.by}`), EVERY_MS);
  const bad = (count) => (count > 0 ? html`<b class="warn">${count}</b>` : '0');
  return html`<section class="card-box"><h2>${t('clues.counts')}</h2>
    ${choose(t('counters.by'), BY.map((by) => [by, t(`by.${by}`)]), asked.by, (by) => ask({by}))}
    ${shown(found, (rows) => table([
      ['area.place', (row) => (row.place ? nameOf(state.mines.find((one) => one.mine === row.place), row.place) : t('area.all'))],
      ['clues.open', (row) => row.open, 'num'],
      ['clues.overdue', (row) => bad(row.overdue), 'num'],
      ['clues.closed', (row) => row.closed, 'num'],
      ['clues.late', (row) => bad(row.late), 'num'],
      ['clues.substantiated', (row) => row.substantiated, 'num'],
    ], [...rows].sort((a, b) => b.overdue - a.overdue || b.open - a.open), 'clues.none'))}</section>`;
}

function raise(event) {
  event.preventDefault();
  const form = new FormData(event.target);
  const text = form.get('evidence').trim();
  const ref = form.get('ref').trim();
  const evidence = text || ref ? [{kind: form.get('kind'), ref, words: text}] : [];
  const body = {mine: form.get('mine'), subject: form.get('subject'), words: form.get('words'), evidence};
  const target = event.target;
  doing('clues', () => inspect.raiseClue(body), t('clue.raised')).then((made) => {
    if (made) {
      begun = {};
      target.reset();
    }
  });
}

function evidenceFields(from = {}) {
  return html`<label>${t('clue.kind')}<select name="kind">${EVIDENCE.map((one) => html`<option value=${one} ?selected=${one === from.kind}>${t(`evidence.${one}`)}</option>`)}</select></label>
    <label>${t('clue.ref')}<input name="ref" maxlength="2000" .defaultValue=${from.ref ?? ''} /></label>
    <label>${t('clue.shows')}<input name="evidence" maxlength="2000" /></label>`;
}

function form() {
  return html`<section class="card-box"><details ?open=${Boolean(begun.mine)}><summary>${t('clue.new')}</summary>
    <form class="form" @submit=${raise}>
      <div class="line-of">
        <label>${t('exceptions.mine')}<select name="mine">${state.mines.map((one) => html`<option value=${one.mine} ?selected=${one.mine === (begun.mine ?? state.mine)}>${nameOf(one, one.mine)}</option>`)}</select></label>
        <label>${t('clue.subject')}<input name="subject" maxlength="200" .defaultValue=${begun.subject ?? ''} /></label>
      </div>
      <label>${t('clue.words')}<textarea name="words" rows="2" required maxlength="2000"></textarea></label>
      <div class="line-of">${evidenceFields(begun)}</div>
      <div><button class="primary" ?disabled=${outcome('clues').busy}>${t('clue.raise')}</button></div>
    </form></details></section>`;
}

/** Reads a clue because a person opened it; the ledger says so. */
async function open(id) {
  opened = {id, value: opened?.id === id ? opened.value : null, problem: null};
  try {
    const value = await inspect.clue(id);
    opened = opened.id === id ? {id, value, problem: null} : opened;
  } catch (problem) {
    opened = opened.id === id ? {id, value: null, problem} : opened;
    if (problem.status === 401) {
      change({me: null});
    }
  }
  change({});
}

function act(event, clue, name) {
  event.preventDefault();
  const form = new FormData(event.target);
  const body = {act: name, version: clue.version, note: form.get('note') ?? ''};
  if (name === 'ASSIGN') {
    body.to = form.get('to');
  } else if (name === 'FIND') {
    body.outcome = form.get('outcome');
  } else if (name === 'ADD') {
    body.evidence = [{kind: form.get('kind'), ref: form.get('ref'), words: form.get('evidence')}];
  }
  doing('clue', () => inspect.actOnClue(clue.id, body), t('clue.done')).then((after) => {
    if (after) {
      opened = {id: clue.id, value: after, problem: null};
      forget('clues');
      ask({act: null});
    } else if (outcome('clue').problem?.status === 409) {
      open(clue.id); // somebody else was faster: what is typed stays, and what holds now is shown
    }
  });
}

function actForm(clue) {
  const name = asked.act;
  if (!name || !NEXT[clue.stage].includes(name)) {
    return nothing;
  }
  return html`<form class="form" @submit=${(event) => act(event, clue, name)}>
    ${name === 'ASSIGN' ? html`<label>${t('clue.to')}<input name="to" required maxlength="2000" /></label>` : nothing}
    ${name === 'FIND' ? html`<label>${t('clue.outcome')}<select name="outcome">${OUTCOMES.map((one) => html`<option value=${one}>${t(`outcome.${one}`)}</option>`)}</select></label>` : nothing}
    ${name === 'ADD' ? html`<div class="line-of">${evidenceFields()}</div>`
      : html`<label>${t('clue.note')}<textarea name="note" rows="2" ?required=${name !== 'ASSIGN'} maxlength="2000"></textarea></label>`}
    <div><button class="primary" ?disabled=${outcome('clue').busy}>${t(`clueact.${name}`)}</button></div></form>`;
}

function pointedAt(one) {
  return html`<li><span class="tag">${t(`evidence.${one.kind}`)}</span> ${one.ref ? html`<code>${one.ref}</code>` : nothing} ${one.words}</li>`;
}

const what = (step) => html`<b>${t(`cluestep.${step.what}`)}</b> ${step.to ? step.to : nothing} ${step.outcome ? t(`outcome.${step.outcome}`) : nothing}
  ${step.late ? html`<b class="warn">${t('clue.late')}</b>` : nothing}`;

const who = (by) => (by === 'system' ? t('system') : by);

function whole(clue) {
  return html`<section class="card-box"><h2>${words(clue)} ${stage(clue)}</h2>
    <p>${mineName(clue.mine)} <small class="quiet">${clue.mine} ${clue.subject}</small> ·
      ${featureOf(clue)} · ${t('clue.due')} ${due(clue, clue.overdue)}
      ${clue.assignee ? html` · ${t('clue.assignee')} ${clue.assignee}` : nothing}</p>
    <p class="quiet">${t('clue.read')} ${when(clue.read)} <button @click=${() => open(clue.id)}>${t('clue.again')}</button></p>
    ${told('clue')}
    <div class="line-of">${NEXT[clue.stage].map((name) => html`<button aria-pressed=${asked.act === name} @click=${() => ask({act: asked.act === name ? null : name})}>${t(`clueact.${name}`)}</button>`)}</div>
    ${actForm(clue)}
    <h3>${t('clue.evidence')}</h3><ul class="dots">${clue.evidence.map(pointedAt)}</ul></section>
    <section class="card-box"><h2>${t('clue.steps')}</h2>${table([
      ['exceptions.at', (step) => when(step.at)], ['exceptions.by', (step) => who(step.by)], ['clue.what', what],
      ['clue.note', (step) => html`${step.said} ${step.evidence.length > 0 && step.what === 'ADDED' ? html`<ul class="dots">${step.evidence.map(pointedAt)}</ul>` : nothing}`],
    ], clue.steps, 'clues.none')}</section>
    <section class="card-box"><h2>${t('clue.seen')} <span class="quiet">${t('clue.seen.what')}</span></h2>${table([
      ['exceptions.at', (one) => when(one.at)], ['exceptions.by', (one) => one.by], ['clue.version', (one) => one.version, 'num'],
    ], clue.seen, 'clues.none')}</section>`;
}

export function cluesPage() {
  const id = decodeURIComponent(idNow());
  if (!id) {
    opened = null;
    return page('clues', choose(t('clues.which'), ['OPEN', 'CLOSED', 'ALL'].map((one) => [one, t(`which.${one}`)]), asked.which, (which) => ask({which, skip: 0})),
      html`${told('clues')} ${list()} <div class="side-by-side">${counts()} ${form()}</div>`);
  }
  if (opened?.id !== id) {
    open(id);
  }
  return page('clues', html`<a href="#/clues">← ${t('clues.back')}</a>`, shown(opened, whole));
}
