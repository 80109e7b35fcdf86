/** What a mine is judged by: its registry, what waits for a second person, and how it came to be so. */
import * as api from './api.js';
import {doing, outcome, told} from './doing.js';
import {use} from './fetched.js';
import {html, nothing} from './lib.js';
import {page, shown, table, when} from './page.js';
import {draftNow, registryEditor, startDraft} from './registryedit.js';
import {change, state} from './store.js';
import {labelOf, learnKeys, text} from './registrywords.js';
import {t} from './words.js';

const EVERY_MS = 10_000;
const EDITORS = new Set(['OPERATOR', 'ADMINISTRATOR']);
const DECIDERS = new Set(['OPERATOR', 'REGULATOR', 'ADMINISTRATOR']);
/** Rows of a difference that are shown before somebody asks for all. */
const SHORT = 12;

let reasons = {}; // change -> what the person writes about it
let whole = new Set(); // versions of which the whole difference is shown

/** What differs, old and new. */
export function diff(rows, key) {
  const all = whole.has(key) || rows.length <= SHORT;
  const more = () => {
    whole.add(key);
    change({});
  };
  return html`<div class="diff">${table([
    ['registry.what', (row) => labelOf(row.path)],
    ['registry.before', (row) => (row.before === null || row.before === undefined ? '—' : html`<del>${text(row.before)}</del>`)],
    ['registry.after', (row) => (row.after === null || row.after === undefined ? '—' : html`<ins>${text(row.after)}</ins>`)],
  ], all ? rows : rows.slice(0, SHORT), 'registry.same')}
  ${all ? nothing : html`<button @click=${more}>${t('registry.more', rows.length - SHORT)}</button>`}</div>`;
}

/** What it takes away from protection. */
export function lowers(list) {
  return list.length === 0 ? nothing : html`<div class="lowers"><b>⚠ ${t('registry.lowers')}</b>
    <ul class="dots">${list.map((one) => html`<li>${labelOf(one.where)}: ${state.lang === 'en' ? one.english : one.chinese}</li>`)}</ul></div>`;
}

function decision(one) {
  if (!DECIDERS.has(state.me.role) || one.by === state.me.user) {
    return html`<p class="quiet">${t(one.by === state.me.user ? 'registry.notyou' : 'registry.readonly')}</p>`;
  }
  const reason = reasons[one.id] ?? '';
  const decide = (what) => () => doing('registry', () => api.decide(state.mine, one.id, what, reason), t(`registry.done.${what}`));
  const write = (event) => {
    reasons = {...reasons, [one.id]: event.target.value};
    change({});
  };
  const idle = outcome('registry').busy || reason.trim() === '';
  return html`<div class="form"><label>${t('registry.reason')}<input .value=${reason} maxlength="1000" @input=${write} /></label>
    <div class="line-of"><button class="primary" ?disabled=${idle} @click=${decide('ALLOW')}>${t('registry.allow')}</button>
      <button ?disabled=${idle} @click=${decide('REFUSE')}>${t('registry.refuse')}</button></div></div>`;
}

const WAITING = new Set(['PROPOSED', 'PENDING']);

function changes(all) {
  const waiting = all.filter((one) => WAITING.has(one.state));
  if (waiting.length === 0) {
    return html`<p class="quiet">${t('registry.nothing')}</p>`;
  }
  return waiting.map((one) => html`<article class="form waiting-change">
    <p><b>${t(`change.${one.state}`)}</b> ${when(one.at)} · ${one.by} · ${one.why}</p>
    ${lowers(one.lowered)}
    ${one.problems.length > 0 ? html`<ul class="dots warn">${one.problems.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
    ${diff(one.diff, one.id)} ${decision(one)}</article>`);
}

function versions(all) {
  return table([
    ['registry.version', (one) => html`<b>${one.version}</b>`, 'num'],
    ['registry.at', (one) => when(one.at)],
    ['registry.by', (one) => html`${one.by}${one.approvedBy ? html` + ${one.approvedBy}` : nothing}`],
    ['registry.why', (one) => html`${one.origin === 'PERSON' ? nothing : html`<span class="tag">${t(`origin.${one.origin}`)}</span> `}${one.why}
      ${one.lowered.length > 0 ? html`<span class="tag bad">${t('registry.lowered', one.lowered.length)}</span>` : nothing}`],
    ['registry.diff', (one) => html`<details><summary>${t('registry.fields', one.diff.length)}</summary>${lowers(one.lowered)}${diff(one.diff, `v${one.version}`)}</details>`],
  ], all, 'registry.none');
}

/** Sections that are lists of rows, each as a table of its own. */
function sections(document) {
  const head = Object.entries(document).filter(([, value]) => !isRows(value));
  const lists = Object.entries(document).filter(([, value]) => isRows(value));
  return html`
    ${table([['registry.what', ([key]) => labelOf(key)], ['registry.value', ([, value]) => text(value)]], head, 'registry.none')}
    ${lists.map(([name, rows]) => html`<details class="section" ?open=${name === 'points'}>
      <summary><b>${labelOf(name)}</b> <span class="quiet">${rows.length}</span></summary>${rowsOf(name, rows)}</details>`)}`;
}

export const isRows = (value) => Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' && !Array.isArray(value[0]);

function rowsOf(name, rows) {
  const keys = [...new Set(rows.flatMap(Object.keys))];
  return html`<div class="wide" tabindex="0" data-scrolls role="region" aria-label=${labelOf(name)}><table class="rows">
    <thead><tr>${keys.map((key) => html`<th scope="col">${labelOf(`${name}/*/${key}`, true)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${keys.map((key) => html`<td>${text(row[key])}</td>`)}</tr>`)}</tbody></table></div>`;
}

export function registryPage() {
  if (!state.mine) {
    return page('registry', nothing, html`<p class="empty">${t('mine.loading')}</p>`);
  }
  learnKeys();
  const found = use(`registry of ${state.mine}`, () => api.registryOf(state.mine), EVERY_MS);
  const waiting = use(`registry changes ${state.mine}`, () => api.changesOf(state.mine), EVERY_MS);
  const past = use(`registry versions ${state.mine}`, () => api.versionsOf(state.mine), EVERY_MS);
  const editing = draftNow(state.mine);
  const edit = EDITORS.has(state.me.role) && found.value && !editing
    ? html`<button class="primary" @click=${() => startDraft(state.mine, found.value)}>${t('registry.edit')}</button>` : nothing;
  return page('registry', edit, html`${told('registry')}
    ${editing ? registryEditor() : html`
      <section class="card-box"><h2>${t('registry.waiting')}</h2>${shown(waiting, changes)}</section>
      <section class="card-box"><h2>${t('registry.now')} ${found.value ? html`<span class="quiet">${t('registry.version')} ${found.value.version.version}</span>` : nothing}</h2>
        ${shown(found, (one) => sections(one.document))}</section>`}
    <section class="card-box"><h2>${t('registry.history')}</h2>${shown(past, versions)}</section>`);
}
