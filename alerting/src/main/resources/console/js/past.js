/** What was found in data that came late: facts of the past, apart from all that stands now. */
import {bothTimes} from './clock.js';
import {valueText} from './condition.js';
import {html, nothing, repeat} from './lib.js';
import {badge} from './severity.js';
import {state} from './store.js';
import {nameOf, pointById, t} from './words.js';

/** Rows shown; the API has more. */
const ROWS = 50;

function row(one) {
  const measure = pointById(one.point)?.measure;
  return html`<tr>
    <td>${badge(one.severity)}</td>
    <td class="name" title=${one.point ?? ''}>${nameOf(one)} <small>${state.lang === 'en' ? one.whatEnglish : one.what}</small></td>
    <td class="num val">${measure ? html`${valueText(measure, one.peak)} <small>${one.unit}</small>` : '—'}</td>
    <td class="when">${bothTimes(one.onset)}</td>
    <td class="when">${one.ended ? bothTimes(one.ended) : t('past.open')}</td>
    <td class="when">${bothTimes(one.judged)}</td>
  </tr>`;
}

export function pastTable() {
  if (state.past.length === 0) {
    return nothing;
  }
  return html`<details class="pastbox">
    <summary>${t('past.title', state.past.length)} <span class="quiet">${t('past.what')}</span></summary>
    <div data-scrolls tabindex="0" aria-label=${t('past.title', state.past.length)}>
      <table class="live past">
        <thead>
          <tr><th>${t('past.level')}</th><th>${t('live.point')}</th><th class="num">${t('past.peak')}</th>
            <th>${t('past.onset')}</th><th>${t('past.ended')}</th><th>${t('past.found')}</th></tr>
        </thead>
        <tbody>${repeat(state.past.slice(0, ROWS), (one) => one.id, row)}</tbody>
      </table>
    </div>
  </details>`;
}
