/** What is kept and printed: the archive, shifts handed over, reports. Asks the server for them. */
import * as api from './api.js';
import {html} from './lib.js';
import {select} from './selection.js';
import {change, state, takeIncident} from './store.js';

const id = encodeURIComponent;

export const archive = (query) => api.ask('GET', `/api/archive?${query}`);
export const guidance = (mine) => api.ask('GET', `/api/mines/${id(mine)}/guidance`);
export const feedHealth = (mine, query) => api.ask('GET', `/api/mines/${id(mine)}/feed-health?${query}`);
export const shifts = () => api.ask('GET', '/api/shifts');
export const shiftsAfter = (one) => api.ask('GET', `/api/shifts?after=${id(one)}`);
export const shift = (one) => api.ask('GET', `/api/shifts/${id(one)}`);
export const openNow = (scope) => api.ask('GET', `/api/shifts/now?scope=${id(scope)}`);
export const give = (body) => api.ask('POST', '/api/shifts', body);
export const take = (one, remarks, seen) => api.ask('POST', `/api/shifts/${id(one)}/take`, {remarks, seen});
export const callBack = (one) => api.ask('POST', `/api/shifts/${id(one)}/withdraw`, {});

/** A report is a page of its own, in the language of the screen. */
const lang = () => state.lang.toUpperCase();

export const reportOf = (incident) => `/api/incidents/${id(incident)}/report?lang=${lang()}`;
export const shiftReport = (one) => `/api/shifts/${id(one)}/report?lang=${lang()}`;
export const bulletin = (area, month, zone) =>
  `/api/bulletins?area=${id(area)}&month=${id(month)}&zone=${id(zone)}&lang=${lang()}`;

/** A table to take along: text for programs, a workbook for people in their language and the mine's time. */
export const downloads = (path, query, zone) => html`<a class="tag" href="${path}.csv?${query}" download>CSV ↓</a>
    <a class="tag" href="${path}.xlsx?${query}&zone=${id(zone)}&lang=${lang()}" download>XLSX ↓</a>`;

/** Opens an incident on its own page, be it long closed. */
export async function openIncident(one) {
  try {
    const view = state.incidents.get(one) ?? await api.incident(one);
    takeIncident(view);
    select(view, 'incident');
    location.hash = '#/now';
  } catch (problem) {
    if (problem.status === 401) {
      change({me: null});
    }
    return problem;
  }
  return null;
}
