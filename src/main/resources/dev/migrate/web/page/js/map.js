// The map of the key space: a cell for each partition, or for neighbours together. One tab stop; arrows go from cell to cell.

import { el, say } from './dom.js';
import { plural, whole } from './format.js';
import { CELLS, cellState } from './words.js';

export class KeySpaceMap {
  constructor() {
    this.databases = el('section', { class: 'map', 'aria-label': 'Map of the key space',
      keydown: event => this.move(event) });
    this.detail = el('p', { class: 'detail', id: 'cell', 'aria-live': 'polite' });
    this.element = el('section', { class: 'panel' },
      el('h2', {}, 'Key space'), legend(), this.databases, this.detail);
    this.buttons = [];
    this.data = [];
    this.rest();
  }

  rest() {
    say(this.detail, 'Point at a cell, or go from cell to cell with the arrow keys, to read what it is.');
  }

  /** A new reading: cells change where they are, so that the one that has the focus keeps it. */
  cells(data) {
    const layout = data.map(cell => `${cell.database}:${cell.from}-${cell.to}`).join();
    if (layout !== this.layout) {
      this.layout = layout;
      this.build(data);
    }
    this.data = data;
    this.refresh();
  }

  held(hold) {
    this.hold = hold;
    this.refresh();
  }

  build(data) {
    this.buttons = data.map((cell, i) => el('button', { type: 'button', class: 'cell', tabindex: i === 0 ? '0' : '-1',
      focus: () => this.choose(i), mouseenter: () => this.choose(i), click: () => this.choose(i) }));
    const names = [...new Set(data.map(cell => cell.database))];
    this.databases.replaceChildren(...names.map(name => el('div', { class: 'database' },
      names.length > 1 || name ? el('h3', {}, name) : null,
      el('div', { class: 'cells' }, this.buttons.filter((button, i) => data[i].database === name)))));
    this.chosen = undefined;
    this.rest();
  }

  refresh() {
    this.data.forEach((cell, i) => draw(this.buttons[i], cell, this.hold));
    if (this.chosen !== undefined) {
      say(this.detail, describe(this.data[this.chosen], this.hold));
    }
  }

  choose(i) {
    this.buttons.forEach((button, at) => button.setAttribute('tabindex', at === i ? '0' : '-1'));
    this.chosen = i;
    say(this.detail, describe(this.data[i], this.hold));
  }

  move(event) {
    const at = this.buttons.indexOf(document.activeElement);
    const steps = {
      ArrowRight: () => at + 1,
      ArrowLeft: () => at - 1,
      ArrowDown: () => this.nearest(at, 1),
      ArrowUp: () => this.nearest(at, -1),
      Home: () => 0,
      End: () => this.buttons.length - 1,
    };
    const to = at >= 0 ? this.buttons[steps[event.key]?.()] : undefined;
    if (to) {
      event.preventDefault();
      to.focus();
    }
  }

  /** The cell below or above: in the next row of cells that way, the one that is nearest. */
  nearest(at, way) {
    const boxes = this.buttons.map(button => button.getBoundingClientRect());
    const here = boxes[at];
    const beyond = boxes.filter(box => (box.top - here.top) * way > 1);
    const top = Math.min(...beyond.map(box => Math.abs(box.top - here.top)));
    const next = beyond
      .filter(box => Math.abs(Math.abs(box.top - here.top) - top) < 1)
      .reduce((best, box) => (best && Math.abs(best.left - here.left) <= Math.abs(box.left - here.left) ? best : box), null);
    return next ? boxes.indexOf(next) : at;
  }
}

function draw(button, cell, hold) {
  const state = cellState(cell, hold);
  const [sign] = CELLS[state];
  const all = cell.waiting + cell.claimed + cell.done + cell.failed;
  button.dataset.state = state;
  button.style.setProperty('--part', `${Math.round((cell.done * 100) / all)}%`);
  say(button, sign);
  button.setAttribute('aria-label', describe(cell, hold));
}

function describe(cell, hold) {
  const [, word] = CELLS[cellState(cell, hold)];
  const one = cell.from === cell.to;
  return [
    `${one ? 'Partition' : 'Partitions'} ${one ? whole(cell.from) : `${whole(cell.from)} to ${whole(cell.to)}`}`
      + `${cell.database ? ` of ${cell.database}` : ''}: ${one ? word : counts(cell)}`,
    cell.keys ? `keys ${cell.keys}` : null,
    plural(cell.rows, 'row'),
    cell.findings > 0 ? plural(cell.findings, 'finding') : null,
    cell.failedRows > 0 ? plural(cell.failedRows, 'failed row') : null,
    cell.slow && !hold ? 'takes far longer than others' : null,
    cell.workers.length > 0 ? `worked on by ${cell.workers.join(', ')}` : null,
  ].filter(Boolean).join(' · ');
}

function counts(cell) {
  const parts = { failed: cell.failed, 'in hand': cell.claimed, waiting: cell.waiting, done: cell.done };
  return Object.entries(parts).filter(([, count]) => count > 0).map(([word, count]) => `${whole(count)} ${word}`).join(', ');
}

function legend() {
  return el('ul', { class: 'legend', 'aria-label': 'Legend' },
    Object.entries(CELLS).map(([state, [sign, word]]) =>
      el('li', {}, el('span', { class: 'cell', 'data-state': state, 'aria-hidden': 'true' }, sign), word)));
}
