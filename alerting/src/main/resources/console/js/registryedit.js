/** Changing a registry: a draft of the whole, row by row, tried on the past before it is asked for. */
import * as api from './api.js';
import {backTestPart, forgetTrial, trialId} from './backtest.js';
import {doing, outcome} from './doing.js';
import {html, keyed, nothing, repeat} from './lib.js';
import {diff, isRows} from './registry.js';
import {labelOf, text} from './registrywords.js';
import {change} from './store.js';
import {t} from './words.js';

let draft = null; // {mine, tag, before, document, section, row, why}

export const draftNow = (mine) => (draft?.mine === mine ? draft : null);

export function startDraft(mine, found) {
  forgetTrial();
  draft = {mine, tag: found.tag, before: found.document, document: structuredClone(found.document), section: 'points', row: 0, why: ''};
  change({});
}

function stop() {
  draft = null;
  change({});
}

const set = (patch) => {
  draft = {...draft, ...patch};
  change({});
};

const idOf = (row) => row.id ?? row.point ?? row.card ?? JSON.stringify(row);

/** What differs between the draft and what holds, field by field. */
function differences() {
  const found = [];
  const keys = new Set([...Object.keys(draft.before), ...Object.keys(draft.document)]);
  const note = (path, before, after) => {
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      found.push({path, before: before ?? null, after: after ?? null});
    }
  };
  for (const key of keys) {
    const [before, after] = [draft.before[key], draft.document[key]];
    if (!isRows(before ?? after)) {
      note(key, before, after);
      continue;
    }
    const [old, now] = [before ?? [], after ?? []].map((rows) => new Map(rows.map((row) => [idOf(row), row])));
    for (const id of new Set([...old.keys(), ...now.keys()])) {
      const [a, b] = [old.get(id), now.get(id)];
      if (a && b) {
        new Set([...Object.keys(a), ...Object.keys(b)]).forEach((field) => note(`${key}/${id}/${field}`, a[field], b[field]));
      } else {
        note(`${key}/${id}`, a, b);
      }
    }
  }
  return found;
}

/** A value of the kind that a field has: what held before, else what other rows have there. */
function exampleOf(section, row, key) {
  if (section === '') {
    return draft.before[key];
  }
  const rows = draft.before[section] ?? [];
  return (rows.find((one) => idOf(one) === idOf(row)) ?? {})[key] ?? rows.find((one) => one[key] !== undefined)?.[key];
}

/** What was typed, in the kind that the example has. */
function parsed(typed, before) {
  if (typed.trim() === '') {
    return undefined;
  }
  if (typeof before === 'number') {
    return Number.isFinite(Number(typed)) ? Number(typed) : typed;
  }
  if (Array.isArray(before) && before.every((one) => typeof one === 'string')) {
    return typed.split(/[,，、]/).map((one) => one.trim()).filter(Boolean);
  }
  if (typeof before === 'object' && before !== null) {
    try {
      return JSON.parse(typed);
    } catch {
      return typed; // the server says what is wrong with it
    }
  }
  return before === undefined && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(typed.trim()) ? Number(typed) : typed;
}

const written = (value) =>
  typeof value === 'object' && value !== null && !(Array.isArray(value) && value.every((one) => typeof one === 'string'))
    ? JSON.stringify(value) : text(value);

function input(holder, key, path) {
  const value = holder[key];
  if (typeof value === 'boolean') {
    const flip = (event) => {
      holder[key] = event.target.checked;
      set({});
    };
    return html`<input type="checkbox" aria-label=${labelOf(path)} .checked=${value} @change=${flip} />`;
  }
  const take = (event) => {
    const next = parsed(event.target.value, exampleOf(holder === draft.document ? '' : draft.section, holder, key));
    if (next === undefined) {
      delete holder[key];
    } else {
      holder[key] = next;
    }
    set({});
  };
  return html`<input aria-label=${labelOf(path)} .value=${value === undefined ? '' : written(value)} @change=${take} />`;
}

function rowForm(rows, row) {
  const fields = [...new Set([...Object.keys(row), ...rows.flatMap(Object.keys)])];
  const copy = () => {
    const key = ['id', 'point', 'card'].find((one) => row[one] !== undefined) ?? 'id';
    rows.push({...structuredClone(row), [key]: `${idOf(row)}-2`});
    set({row: rows.length - 1});
  };
  const out = () => {
    rows.splice(rows.indexOf(row), 1);
    set({row: 0});
  };
  // A field of another row is another element: what is typed never lands where it was not meant.
  const field = (name) => html`<label>${labelOf(`${draft.section}/*/${name}`, true) || name}
      ${input(row, name, `${draft.section}/${idOf(row)}/${name}`)}</label>`;
  return html`<div class="form fields">${keyed(row, repeat(fields, (name) => name, field))}
    <div class="line-of"><button @click=${copy}>${t('registry.copy')}</button><button @click=${out}>${t('registry.out')}</button></div></div>`;
}

function chooser() {
  const names = Object.keys(draft.document).filter((name) => isRows(draft.document[name]));
  const rows = draft.document[draft.section] ?? [];
  const row = rows[draft.row];
  return html`<div class="editor">
    <nav aria-label=${t('registry.sections')}>
      <button aria-pressed=${draft.section === ''} @click=${() => set({section: ''})}>${t('registry.mine')}</button>
      ${names.map((name) => html`<button aria-pressed=${draft.section === name} @click=${() => set({section: name, row: 0})}>${labelOf(name)}</button>`)}
    </nav>
    ${draft.section === '' ? nothing : html`<ul aria-label=${labelOf(draft.section)}>${rows.map((one, at) => html`<li>
      <button aria-pressed=${at === draft.row} @click=${() => set({row: at})}>${idOf(one)} <small class="quiet">${one.name ?? ''}</small></button></li>`)}</ul>`}
    ${draft.section === '' ? head() : row ? rowForm(rows, row) : html`<p class="empty">${t('registry.none')}</p>`}
  </div>`;
}

const head = () => html`<div class="form fields">${Object.keys(draft.document).filter((key) => !isRows(draft.document[key])).map((key) =>
  html`<label>${labelOf(key)}${input(draft.document, key, key)}</label>`)}</div>`;

async function save() {
  const {mine, document, why, tag} = draft;
  const body = {document, why, ...(trialId() ? {backTest: trialId()} : {})};
  const answer = await doing('registry', () => api.saveRegistry(mine, body, tag),
    (said) => t(said.status === 202 ? 'registry.second' : 'registry.holds'));
  if (answer) {
    stop();
  }
}

export function registryEditor() {
  const changed = differences();
  const idle = outcome('registry').busy || changed.length === 0 || draft.why.trim() === '';
  return html`<section class="card-box"><h2>${t('registry.edit')}</h2>${chooser()}</section>
    <section class="card-box draft"><h2>${t('registry.yours')}</h2>${diff(changed, 'draft')}
      ${changed.length > 0 ? backTestPart(draft.mine, draft.document) : nothing}
      <div class="form"><label>${t('registry.reason.edit')}<input .value=${draft.why} maxlength="1000" @input=${(event) => set({why: event.target.value})} /></label></div>
      <div class="foot"><button @click=${stop}>${t('cancel')}</button>
        <button class="primary large" ?disabled=${idle} @click=${save}>${t('registry.save')}</button></div></section>`;
}
