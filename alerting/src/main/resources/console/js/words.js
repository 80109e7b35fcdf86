/** Words in the language of the reader. */
import {state} from './store.js';
import {zh} from './zh.js';
import {zh as zhBooks} from './zh-books.js';
import {zh as zhDetails} from './zh-details.js';
import {zh as zhInspect} from './zh-inspect.js';
import {zh as zhPages} from './zh-pages.js';
import {zh as zhRecords} from './zh-records.js';
import {en} from './en.js';
import {en as enBooks} from './en-books.js';
import {en as enDetails} from './en-details.js';
import {en as enInspect} from './en-inspect.js';
import {en as enPages} from './en-pages.js';
import {en as enRecords} from './en-records.js';

const WORDS = {
  zh: {...zh, ...zhPages, ...zhDetails, ...zhInspect, ...zhBooks, ...zhRecords},
  en: {...en, ...enPages, ...enDetails, ...enInspect, ...enBooks, ...enRecords},
};

/** The word under a key, with `{0}` and on filled in. A key without a word shows its last part. */
export function t(key, ...values) {
  return inLanguage(state.lang, key, ...values);
}

/** The word under a key, or else what is given instead. */
export const wordOr = (key, otherwise) => (WORDS[state.lang][key] === undefined ? otherwise : t(key));

export function inLanguage(lang, key, ...values) {
  const word = WORDS[lang][key] ?? key.slice(key.indexOf('.') + 1);
  return word.replace(/\{(\d)\}/g, (_, n) => values[n] ?? '');
}

/** What a problem says to the reader; what the server has no Chinese for is told by its kind and number. */
export function saidOf(problem) {
  if (problem.status === 0) {
    return t('page.silent');
  }
  return state.lang === 'en' || problem.status === undefined ? problem.message : problem.body?.words
    ?? `${wordOr(`status.${problem.status}`, t(problem.status >= 500 ? 'status.server' : 'status.refused'))} (${problem.status})`;
}

/** What a trouble of the platform is about: channels and mines by their names. */
export const aboutOf = ({kind, about = []}) => about.map((one) => (kind === 'CHANNEL' ? wordOr(`channel.${one}`, one)
  : nameOf(state.mines.find((each) => each.mine === one), one))).join(t('comma'));

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

/** The plan by which an incident's ids are named; null for another mine's, whose view brings its names along. */
const planOf = (incident) => (incident.mine === state.mine ? state.plan : null);

export const zoneById = (id) => state.plan?.zones.find((zone) => zone.id === id);
export const pointById = (id) => state.plan?.points.find((point) => point.id === id);
export const zoneName = (id) => nameOf(zoneById(id), id);
export const pointName = (id) => nameOf(pointById(id), id);

/** The name of a zone of an incident, be its mine in view or not. */
export function zoneOf(incident, id) {
  const known = planOf(incident)?.zones.find((one) => one.id === id);
  return nameOf(known ?? incident.zoneNames?.find((one) => one.id === id), id);
}

/** What a finding is about: a point, a zone, a card, a gateway, the mine. */
export function subjectName(incident, finding) {
  const point = planOf(incident)?.points.find((one) => one.id === finding.point);
  return nameOf(point ?? finding, finding.point ?? finding.subject);
}

/** A unit as it is read: counts have words, measures have their sign. */
export const unitOf = (finding) => t(`unit.${finding.unit || ' '}`).trim();

/** What is wrong there: the name of its rule, else what is measured, else the kind of judging. */
export function matterOf(incident, finding) {
  const rule = planOf(incident)?.rules.find((one) => one.id === finding.rule)
    ?? {name: finding.ruleName, nameEnglish: finding.ruleNameEnglish};
  const measure = finding.measure ? t(`measure.${finding.measure}`) : null;
  const check = t(finding.detail?.lost ? 'check.LOST' : `check.${finding.check}`);
  const plain = finding.check === 'LIMIT' || !measure ? (measure ?? check) : `${measure} · ${check}`;
  return nameOf(rule, null) ?? plain;
}
