/** How the fields of a registry are called, and how their values are written. */
import * as api from './api.js';
import {use} from './fetched.js';
import {state} from './store.js';
import {t} from './words.js';

const KEPT_MS = 3_600_000;
let words = new Map(); // path with a star for the row -> {chinese, english}

export function learnKeys() {
  const {value} = use('keys', api.registryKeys, KEPT_MS);
  if (value && words.size === 0) {
    words = new Map(value.map((one) => [one.path, one]));
  }
}

const word = (path) => words.get(path)?.[state.lang === 'en' ? 'english' : 'chinese'];

/** The name of a field: of a section, of a row in it, of a field of that row, or of the whole mine. */
export function labelOf(path, fieldOnly = false) {
  const [section, row, ...field] = path.split('/');
  if (row === undefined) {
    return word(section) ?? section;
  }
  const last = field.join('/');
  const name = last ? word(`${section}/*/${last}`) ?? last : '';
  return fieldOnly ? name : [word(section) ?? section, row, name].filter(Boolean).join(' · ');
}

/** A value as a person reads it. */
export function text(value) {
  if (value === null || value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(text).join(t('comma'));
  }
  if (typeof value === 'object') {
    return Object.entries(value).map(([key, one]) => `${key}: ${text(one)}`).join('; ');
  }
  return typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value);
}
