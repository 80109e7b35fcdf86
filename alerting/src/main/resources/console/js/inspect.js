/** What remote inspection asks of the server. */
import {ask} from './api.js';

export const fourLines = (query) => ask('GET', `/api/four-lines?${query}`);
export const outages = (query) => ask('GET', `/api/four-lines/outages?${query}`);

export const seal = (mine) => ask('GET', `/api/mines/${encodeURIComponent(mine)}/seal`);
export const books = (mine, days) => ask('GET', `/api/mines/${encodeURIComponent(mine)}/books?days=${days}`);

export const clues = (query) => ask('GET', `/api/clues?${query}`);
export const clueCounts = (query) => ask('GET', `/api/clues/counts?${query}`);
/** Each look at a clue is a row of the ledger: asked for when a person opens one, never by itself. */
export const clue = (id) => ask('GET', `/api/clues/${encodeURIComponent(id)}`);
export const raiseClue = (body) => ask('POST', '/api/clues', body);
export const actOnClue = (id, body) => ask('POST', `/api/clues/${encodeURIComponent(id)}/acts`, body);
