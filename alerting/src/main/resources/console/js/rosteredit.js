/** Changing a roster: people with their numbers, and when each holds which rung. Saved as a whole. */
import * as api from './api.js';
import {doing, outcome} from './doing.js';
import {html, live, nothing} from './lib.js';
import {table} from './page.js';
import {change} from './store.js';
import {t} from './words.js';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const KINDS = ['VOICE', 'SMS', 'MAIL'];
let draft = null; // {scope, tag, zone, people, slots, next}

export const editing = (scope) => draft?.scope === scope;

export function startEditing(scope, roster) {
  draft = {scope, tag: roster.tag, zone: roster.zone, people: structuredClone(roster.people), slots: structuredClone(roster.slots),
    next: 1 + Math.max(0, ...roster.people.map((one) => Number(/\d+$/.exec(one.id)?.[0] ?? 0)))};
  change({});
}

function stop() {
  draft = null;
  change({});
}

async function save() {
  if (await doing('roster', () => api.saveRoster(draft.scope, draft, draft.tag), t('roster.saved'))) {
    stop();
  }
}

const set = (thing, key) => (event) => {
  thing[key] = event.target.value;
  change({});
};

const out = (list, one) => () => {
  list.splice(list.indexOf(one), 1);
  change({});
};

const remove = (list, one) => html`<button aria-label=${t('roster.remove')} title=${t('roster.remove')} @click=${out(list, one)}>✕</button>`;

const options = (all, value, word) => all.map((one) => html`<option value=${one} .selected=${live(one === value)}>${word(one)}</option>`);

/** A person who leaves the roster leaves its shifts too. */
const leaves = (one) => () => {
  draft.slots = draft.slots.filter((slot) => slot.person !== one.id);
  out(draft.people, one)();
};

function contacts(person) {
  const add = () => {
    person.contacts.push({kind: 'VOICE', address: '', proved: null});
    change({});
  };
  return html`${person.contacts.map((one) => html`<div class="line-of">
      <select aria-label=${t('roster.kind')} @change=${set(one, 'kind')}>${options(KINDS, one.kind, (kind) => t(`contact.${kind}`))}</select>
      <input aria-label=${t('roster.numbers')} .value=${one.address} @change=${set(one, 'address')} />
      ${remove(person.contacts, one)}</div>`)}
    <button @click=${add}>+ ${t('roster.number')}</button>`;
}

function people() {
  const add = () => {
    // Never the id of somebody taken out: slots and proofs of a person are known by it.
    draft.people.push({id: `p-${draft.next++}`, name: '', account: '', contacts: []});
    change({});
  };
  return html`<section class="card-box form"><h2>${t('roster.people')}</h2>
    ${table([
      ['roster.id', (one) => one.id],
      ['roster.person', (one) => html`<input aria-label=${t('roster.person')} .value=${one.name} @change=${set(one, 'name')} />`],
      ['roster.account', (one) => html`<input aria-label=${t('roster.account')} .value=${one.account} @change=${set(one, 'account')} />`],
      ['roster.numbers', contacts],
      ['roster.remove', (one) => html`<button aria-label=${t('roster.remove')} title=${t('roster.remove')} @click=${leaves(one)}>✕</button>`],
    ], draft.people, 'roster.none')}
    <div><button @click=${add}>+ ${t('roster.person')}</button></div></section>`;
}

function day(slot, name) {
  const flip = () => {
    slot.days = DAYS.filter((one) => (one === name) !== slot.days.includes(one));
    change({});
  };
  return html`<label class="tag"><input type="checkbox" .checked=${slot.days.includes(name)} @change=${flip} /> ${t(`day.${name}`)}</label> `;
}

const field = (slot, key, type, word) =>
  html`<input type=${type} aria-label=${t(word)} .value=${String(slot[key] ?? '')} @change=${set(slot, key)} />`;

function slots() {
  const add = () => {
    draft.slots.push({rung: 1, person: draft.people[0]?.id ?? '', standing: 'DUTY', shift: '', days: [...DAYS],
      from: '08:00', until: '16:00', first: new Date().toISOString().slice(0, 10), last: null});
    change({});
  };
  const number = (slot) => (event) => {
    slot.rung = Number(event.target.value);
    change({});
  };
  const person = (id) => draft.people.find((one) => one.id === id)?.name || id;
  return html`<section class="card-box form"><h2>${t('roster.title')}</h2>
    ${table([
      ['roster.rung', (slot) => html`<input type="number" min="1" max="20" aria-label=${t('roster.rung')} .value=${String(slot.rung)} @change=${number(slot)} />`],
      ['roster.person', (slot) => html`<select aria-label=${t('roster.person')} @change=${set(slot, 'person')}>${options(draft.people.map((one) => one.id), slot.person, person)}</select>`],
      ['roster.standing', (slot) => html`<select aria-label=${t('roster.standing')} @change=${set(slot, 'standing')}>${options(['DUTY', 'DEPUTY'], slot.standing, (one) => t(`standing.${one}`))}</select>`],
      ['roster.shift', (slot) => field(slot, 'shift', 'text', 'roster.shift')],
      ['roster.days', (slot) => DAYS.map((name) => day(slot, name))],
      ['roster.from', (slot) => field(slot, 'from', 'time', 'roster.from')],
      ['roster.until', (slot) => field(slot, 'until', 'time', 'roster.until')],
      ['roster.since', (slot) => field(slot, 'first', 'date', 'roster.since')],
      ['roster.remove', (slot) => remove(draft.slots, slot)],
    ], draft.slots, 'roster.none')}
    <div><button @click=${add}>+ ${t('roster.slot')}</button></div></section>`;
}

export function rosterEditor() {
  const busy = outcome('roster').busy;
  return html`${people()} ${slots()}
    <div class="foot"><button @click=${stop}>${t('cancel')}</button>
      <button class="primary large" ?disabled=${busy} @click=${save}>${t('roster.save')}</button></div>${nothing}`;
}
