/** Live values, most worrying first, each with its age. */
import {bothTimes, span} from './clock.js';
import {outlookOf, valueText} from './condition.js';
import {html, nothing, repeat} from './lib.js';
import {shape} from './severity.js';
import {nameOf, t} from './words.js';

export const SIGNS = {BLIND: '⊘', DARK: '∅', STALE: '◷', DOUBTED: '?', UNKNOWN: '¿', UNJUDGED: '–', NO_RULE: '○', NORMAL: '✓'};

/** What it is, and of an unknown point why. */
export const condition = ({kind, why}) => t(why ? `cond.${kind}.${why}` : `cond.${kind}`);

function stateCell(one) {
  const {kind, severity} = one;
  const sign = severity && kind !== 'BLIND' ? shape(severity) : html`<span aria-hidden="true">${SIGNS[kind]}</span>`;
  return html`<span class="cond">${sign} ${condition(one)}</span>`;
}

function row(one) {
  const {point, reading, kind} = one;
  const ahead = outlookOf(point.id);
  const known = reading && kind !== 'DARK' && kind !== 'BLIND';
  return html`<tr class="c-${kind} ${one.old ? 'old' : ''}">
    <td>${stateCell(one)}</td>
    <td class="name" title=${point.id}>${nameOf(point)}</td>
    <td class="num val">${known ? valueText(point.measure, reading.value) : '—'}
      <small>${reading?.unit ?? ''}</small>
      ${ahead ? html`<small class="ahead">${ahead}</small>` : nothing}</td>
    <td class="qual">${reading ? t(`quality.${reading.quality}`) : t('quality.NEVER')}</td>
    <td class="num age" title=${bothTimes(reading?.measured)}>${span(one.age)}</td>
  </tr>`;
}

export function liveTable(all) {
  const of = (kind) => all.filter((one) => one.kind === kind).length;
  const [normal, without] = [of('NORMAL'), of('NO_RULE')];
  return html`<div class="livebox" data-scrolls tabindex="0" aria-label=${t('live.title')}>
    <table class="live">
      <caption>${t('live.title')} <span class="quiet">${t('live.normal', normal, all.length)}${without > 0 ? ` · ${t('live.without', without)}` : ''}</span></caption>
      <thead>
        <tr><th>${t('live.state')}</th><th>${t('live.point')}</th><th class="num">${t('live.value')}</th>
          <th>${t('live.quality')}</th><th class="num">${t('live.age')}</th></tr>
      </thead>
      <tbody>${repeat(all, (one) => one.point.id, row)}</tbody>
    </table>
    ${all.length === 0 ? html`<p class="empty">${t('live.none')}</p>` : nothing}
  </div>`;
}
