// Lists that may be long: findings, and rows that were set aside. Read a page at a time.

import { read } from './api.js';
import { column, el, number, say, table } from './dom.js';
import { key, whole } from './format.js';

const SIZE = 20;

class Pages {
  constructor(title, path, heads, row) {
    this.path = path;
    this.heads = heads;
    this.row = row;
    this.starts = [0];
    this.body = el('div', { class: 'body' });
    this.count = el('span', { class: 'count' });
    this.back = el('button', { type: 'button', class: 'secondary outline', click: () => this.turn(-1) }, 'Back');
    this.next = el('button', { type: 'button', class: 'secondary outline', click: () => this.turn(1) }, 'Next');
    this.note = el('span', { class: 'muted', role: 'status' });
    this.element = el('section', { class: 'panel', hidden: true },
      el('h2', {}, title, this.count), this.body, el('div', { class: 'pages' }, this.back, this.next, this.note));
  }

  /** There are so many now, of which so many can be listed: reads again what is shown if it may have grown. */
  total(stored, all) {
    this.element.hidden = all === 0;
    say(this.count, whole(all));
    this.stored = stored;
    this.unlisted = all - stored;
    if (all > 0 && stored !== this.readAt && !(this.shown?.length === SIZE)) {
      this.load();
    }
  }

  turn(by) {
    const last = this.shown?.at(-1)?.id;
    if (by > 0 && last !== undefined) {
      this.starts.push(last);
    } else if (by < 0 && this.starts.length > 1) {
      this.starts.pop();
    }
    this.load();
  }

  async load() {
    const after = this.starts.at(-1);
    this.readAt = this.stored;
    try {
      const rows = await read(`${this.path}?after=${after}&limit=${SIZE}`);
      if (after === this.starts.at(-1)) {
        this.render(rows);
      }
    } catch (problem) {
      say(this.note, problem.status ? problem.message : 'This server is not reachable.');
    }
  }

  render(rows) {
    this.shown = rows;
    const before = (this.starts.length - 1) * SIZE;
    this.back.disabled = this.starts.length === 1;
    this.next.disabled = rows.length < SIZE;
    this.back.hidden = this.next.hidden = this.starts.length === 1 && rows.length < SIZE;
    say(this.note, rows.length === 0 ? 'No more.' : `${whole(before + 1)} to ${whole(before + rows.length)}`
      + (this.unlisted > 0 ? `; ${whole(this.unlisted)} were only counted` : ''));
    this.body.replaceChildren(table('Rows', this.heads, rows.map(this.row)));
  }
}

export const findings = execution => new Pages('Findings', `/api/executions/${execution}/findings`,
  [column('Database'), column('Key'), column('Kind'), column('Rule'), column('Columns')],
  finding => [finding.database, code(key(finding.key)), finding.kind, finding.rule ?? '–', columns(finding.columns)]);

export const setAside = execution => new Pages('Failed rows', `/api/executions/${execution}/failed`,
  [column('Database'), column('Key'), number('Attempts'), column('Error')],
  row => [row.database, code(key(row.key)), whole(row.attempts), el('span', { class: 'reason' }, row.error)]);

const code = text => el('code', { class: 'keys' }, text);

function columns(all) {
  const entries = Object.entries(all ?? {});
  return entries.length === 0 ? '–' : el('ul', { class: 'plain changes' }, entries.map(([name, value]) =>
    el('li', {}, el('strong', {}, name), ' ', side(value))));
}

function side(value) {
  return value !== null && typeof value === 'object'
    ? el('span', {}, code(text(value.source)), ' → ', code(text(value.target)),
      lookAlike(value) ? el('span', { class: 'muted' }, ' (blanks at the ends differ)') : null)
    : code(text(value));
}

const lookAlike = ({ source, target }) =>
  typeof source === 'string' && typeof target === 'string' && source.trim() === target.trim();

const text = value => (value === null || value === undefined ? 'null' : String(value));
