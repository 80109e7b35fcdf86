/** Words in the language of the reader. */
import {state} from './store.js';
import {zh} from './zh.js';
import {zh as zhPages} from './zh-pages.js';
import {en} from './en.js';
import {en as enPages} from './en-pages.js';

const WORDS = {zh: {...zh, ...zhPages}, en: {...en, ...enPages}};

/** The word under a key, with `{0}` and on filled in. A key without a word shows its last part. */
export function t(key, ...values) {
  return inLanguage(state.lang, key, ...values);
}

export function inLanguage(lang, key, ...values) {
  const word = WORDS[lang][key] ?? key.slice(key.indexOf('.') + 1);
  return word.replace(/\{(\d)\}/g, (_, n) => values[n] ?? '');
}

/** The name of a mine, zone or point in the reader's language. */
export function nameOf(thing, fallback) {
  if (!thing) {
    return fallback === undefined ? '—' : fallback;
  }
  return (state.lang === 'en' && thing.nameEnglish) || thing.name || fallback;
}

export function mineNameOf(incident) {
  return (state.lang === 'en' && incident.mineNameEnglish) || incident.mineName || incident.mine;
}

export const zoneById = (id) => state.plan?.zones.find((zone) => zone.id === id);
export const pointById = (id) => state.plan?.points.find((point) => point.id === id);
export const zoneName = (id) => nameOf(zoneById(id), id);
export const pointName = (id) => nameOf(pointById(id), id);

/** What a finding is about: a point, a zone, a card, a gateway, the mine. */
export const subjectName = (finding) => (finding.point ? pointName(finding.point) : nameOf(finding, finding.subject));

/** A unit as it is read: counts have words, measures have their sign. */
export const unitOf = (finding) => t(`unit.${finding.unit || ' '}`).trim();

/** What is wrong there: the name of its rule, else what is measured, else the kind of judging. */
export function matterOf(finding) {
  const rule = state.plan?.rules.find((one) => one.id === finding.rule);
  const measure = finding.measure ? t(`measure.${finding.measure}`) : null;
  const check = t(finding.detail?.lost ? 'check.LOST' : `check.${finding.check}`);
  const plain = finding.check === 'LIMIT' || !measure ? (measure ?? check) : `${measure} · ${check}`;
  return nameOf(rule, null) ?? plain;
}
