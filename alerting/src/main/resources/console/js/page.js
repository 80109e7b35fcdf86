/** What all pages beside the home share: title, what is still being fetched, what went wrong, tables. */
import {bothTimes, mineTime} from './clock.js';
import {html, nothing} from './lib.js';
import {state} from './store.js';
import {saidOf, t} from './words.js';

/** A page with its title and what stands beside it. */
export const page = (name, aside, body) => html`
  <section class="sheet" aria-label=${t(`page.${name}`)}>
    <header><h1>${t(`page.${name}`)}</h1><div class="aside">${aside}</div></header>
    ${body}
  </section>`;

/** Shows what was fetched; a failure is said beside what was known before it, never instead. */
export function shown(fetched, draw) {
  return html`${failure(fetched.problem, 'page.silent')}
    ${fetched.value !== null ? draw(fetched.value)
      : fetched.problem ? nothing : html`<p class="empty" role="status">${t('page.loading')}</p>`}`;
}

/**
 * What the server refused and why, each single thing on a line.
 *
 * @param silence the word for no answer at all: of what was only fetched, or of what was to be done
 */
export function failure(problem, silence) {
  if (!problem) {
    return nothing;
  }
  const all = (state.lang === 'en' ? null : problem.body?.problemsWords) ?? problem.body?.problems ?? [];
  return html`<div class="trouble" role="alert">
    <b>${problem.status === 0 ? t(silence) : saidOf(problem)}</b>
    ${problem.status === 0 || state.lang === 'en' || problem.body?.words ? nothing : html`<span lang="en">${problem.message}</span>`}
    ${all.length > 0 ? html`<ul class="dots">${all.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
  </div>`;
}

/** A table; a column is [word, cell of a row, 'num' for figures]. Its name for those who hear it are its columns. */
export function table(columns, rows, empty, caption) {
  if (rows.length === 0) {
    return html`<p class="empty">${t(empty)}</p>`;
  }
  return html`<div class="wide" tabindex="0" data-scrolls role="region" aria-label=${columns.map(([word]) => t(word)).join(t('comma'))}><table class="rows">
    ${caption ? html`<caption>${caption}</caption>` : nothing}
    <thead><tr>${columns.map(([word, , kind]) => html`<th scope="col" class=${kind ?? ''}>${t(word)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>
      ${columns.map(([, cell, kind]) => html`<td class=${kind ?? ''}>${cell(row)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

/** An instant as the mine's clock shows it, with both zones at hand. */
export const when = (iso) => html`<span class="clock" title=${bothTimes(iso)}>${mineTime(iso)}</span>`;

/** What a person picks one of. */
export function choose(label, options, value, taken) {
  return html`<label class="pick">${label}
    <select @change=${(event) => taken(event.target.value)}>
      ${options.map(([key, word]) => html`<option value=${key} ?selected=${key === value}>${word}</option>`)}
    </select></label>`;
}
