/** Accounts: who may sign in, as what and for which area. For administrators. */
import * as api from './api.js';
import {doing, outcome} from './doing.js';
import {use} from './fetched.js';
import {html} from './lib.js';
import {shown, table} from './page.js';
import {state} from './store.js';
import {t} from './words.js';

const EVERY_MS = 10_000;
const ROLES = ['DISPATCHER', 'OPERATOR', 'REGULATOR', 'ADMINISTRATOR'];

/** Every scope that holds a mine, the narrowest first: nobody becomes national by leaving a field empty. */
function scopes() {
  const all = new Set(state.mines.flatMap((mine) => mine.path.map((_, at) => mine.path.slice(0, at + 1).join('/'))));
  return [...all].sort((a, b) => b.split('/').length - a.split('/').length || a.localeCompare(b)).concat('');
}

function save(event) {
  event.preventDefault();
  const form = event.target;
  const {name, ...body} = Object.fromEntries(new FormData(form));
  if (body.password === '') {
    delete body.password;
  }
  const known = use('platform accounts', api.accounts, EVERY_MS).value ?? [];
  if (known.some((one) => one.name === name) && !confirm(t('account.change', name))) {
    return;
  }
  doing('platform', () => api.saveAccount(name, body), t('account.saved', name)).then((done) => done && form.reset());
}

/** What is done away with by the button: an account of the provider is barred first, then admitted again. */
const SURE = {PASSWORD: 'account.sure', VOUCHED: 'account.surebar', BARRED: 'account.sureadmit'};
const DOES = {PASSWORD: 'account.remove', VOUCHED: 'account.bar', BARRED: 'account.admit'};

const remove = (one) => () => {
  if (confirm(t(SURE[one.way], one.name))) {
    doing('platform', () => api.removeAccount(one.name, one.tag), t(one.way === 'VOUCHED' ? 'account.barred' : 'account.removed', one.name));
  }
};

export function accountsPart() {
  const found = use('platform accounts', api.accounts, EVERY_MS);
  return html`<section class="card-box"><h2>${t('account.title')}</h2>
    ${shown(found, (rows) => table([
      ['account.name', (one) => html`<b>${one.name}</b>${one.way === 'PASSWORD' ? '' : html` <span class="tag ${one.way === 'BARRED' ? 'bad' : ''}">${t(`account.${one.way}`)}</span>`}`],
      ['account.display', (one) => one.display],
      ['account.role', (one) => t(`role.${one.role}`)],
      ['account.scope', (one) => one.scope || t('area.all')],
      ['account.acts', (one) => (one.name === state.me.user ? '' : html`<button @click=${remove(one)}>${t(DOES[one.way])}</button>`)],
    ], rows, 'account.none'))}
    <form class="form" @submit=${save}><h3>${t('account.new')}</h3>
      <div class="line-of">
        <label>${t('account.name')}<input name="name" required autocomplete="off" /></label>
        <label>${t('account.display')}<input name="display" required autocomplete="off" /></label>
        <label>${t('account.role')}<select name="role">${ROLES.map((one) => html`<option value=${one}>${t(`role.${one}`)}</option>`)}</select></label>
        <label>${t('account.scope')}<select name="scope">${scopes().map((one) => html`<option value=${one}>${one || t('area.all')}</option>`)}</select></label>
        <label>${t('signin.password')}<input name="password" type="password" autocomplete="new-password" /></label>
        <button class="primary" ?disabled=${outcome('platform').busy}>${t('account.save')}</button>
      </div></form></section>`;
}
