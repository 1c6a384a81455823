// How far, how fast, and when it will end.

import { el, say } from './dom.js';
import { duration, plural, whole } from './format.js';
import { isRunning } from './words.js';

const TILES = [
  ['rows', 'Rows'],
  ['rate', 'Rows a second'],
  ['eta', 'Time left'],
  ['partitions', 'Partitions'],
  ['findings', 'Findings'],
  ['failedRows', 'Failed rows'],
  ['elapsed', 'Time'],
];

export class Totals {
  constructor() {
    this.tiles = new Map(TILES.map(([id, label]) => [id, tile(id, label)]));
    this.percent = el('span', { class: 'percent', id: 'percent' });
    this.bar = el('progress', { max: '100', 'aria-label': 'Done' });
    this.element = el('section', { class: 'totals', 'aria-label': 'Totals' },
      el('div', { class: 'bar' }, this.bar, this.percent),
      el('dl', { class: 'tiles' }, [...this.tiles.values()].map(part => part.box)));
  }

  show(status) {
    this.progress(status);
    const { rows, partitions } = status;
    this.tile('rows', whole(rows.read), ofRows(status));
    this.tile('rate', status.rate === null ? '–' : whole(status.rate), `${whole(status.rowsPerSecond)} over all`);
    this.tile('eta', timeLeft(status), status.eta ? 'from the last minutes' : '');
    this.tile('partitions', whole(partitions.completed), `of ${whole(partitions.total)}${inHand(status)}`);
    this.tile('findings', whole(found(status)), kinds(status));
    this.tile('failedRows', whole(rows.failed), rows.skipped > 0 ? `${whole(rows.skipped)} skipped` : '');
    this.tile('elapsed', duration(status.seconds), rows.written > 0 ? `${plural(rows.written, 'row')} written` : '');
    this.tiles.get('findings').box.dataset.alert = found(status) > 0;
    this.tiles.get('failedRows').box.dataset.alert = rows.failed > 0;
  }

  /** No total, no per cent. */
  progress(status) {
    const known = status.percent !== null;
    this.bar.hidden = !known;
    this.bar.value = known ? status.percent : 0;
    say(this.percent, known ? `${status.percent}%` : 'how many rows there are is not known');
  }

  tile(id, value, note) {
    const part = this.tiles.get(id);
    say(part.value, value);
    say(part.note, note);
  }
}

function tile(id, label) {
  const value = el('span', { class: 'value', id });
  const note = el('small');
  return { value, note, box: el('div', { class: 'tile' }, el('dt', {}, label), el('dd', {}, value, note)) };
}

const found = status => Object.values(status.findings).reduce((sum, count) => sum + count, 0);

const kinds = status => Object.entries(status.findings)
  .filter(([, count]) => count > 0)
  .map(([kind, count]) => `${whole(count)} ${kind}`)
  .join(', ');

function ofRows(status) {
  return status.estimatedRows > status.rows.read && status.status !== 'COMPLETED'
    ? `of about ${whole(status.estimatedRows)}` : '';
}

function inHand(status) {
  return status.states.claimed > 0 ? `, ${whole(status.states.claimed)} in hand` : '';
}

function timeLeft(status) {
  if (!isRunning(status.status)) {
    return '–';
  }
  const eta = status.eta;
  if (eta === null) {
    return 'not known';
  }
  return eta.from === eta.to ? duration(eta.from) : `${duration(eta.from)} – ${duration(eta.to)}`;
}
