// What happened to a run: its executions, and what was asked of it by hand.

import { column, el, table } from './dom.js';
import { moment } from './format.js';

export function renderLog(entries) {
  return entries.length === 0
    ? el('p', { class: 'empty' }, 'Nothing yet.')
    : table('Log', [column('When'), column('What'), column('By'), column('Detail')],
      entries.map(entry => [
        moment(entry.at),
        el('span', {}, el('strong', {}, entry.event), el('span', { class: 'muted' }, ` #${entry.execution}`)),
        entry.by ?? '–',
        el('span', { class: 'reason' }, entry.detail ?? ''),
      ]));
}
