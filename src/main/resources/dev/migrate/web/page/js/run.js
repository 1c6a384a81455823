// One run: puts together what is shown of it, and hands each part what came for it.

import { el, Panel, say } from './dom.js';
import { parameters } from './format.js';
import { renderBrakes, renderFailed, renderSlowest, renderWorkers } from './tables.js';
import { KeySpaceMap } from './map.js';
import { Live } from './live.js';
import { renderLog } from './log.js';
import { Notice } from './notice.js';
import { findings, setAside } from './rows.js';
import { Steer } from './steer.js';
import { Throughput } from './chart.js';
import { askForToken } from './token.js';
import { Totals } from './totals.js';
import { isRunning, look, statusWord } from './words.js';

export class RunView {
  constructor(execution, link) {
    this.notice = new Notice();
    this.steer = new Steer(execution, () => this.live.again());
    this.totals = new Totals();
    this.map = new KeySpaceMap();
    this.chart = new Throughput();
    this.brakes = new Panel('Brakes');
    this.workers = new Panel('Workers');
    this.slowest = new Panel('Slowest partitions');
    this.failed = new Panel('Failed partitions');
    this.findings = findings(execution);
    this.setAside = setAside(execution);
    this.log = new Panel('Log');
    this.title = el('h1');
    this.pill = el('span', { class: 'pill' });
    this.chips = el('span', { class: 'chips' });
    this.element = this.layout();
    this.slowest.hide(true);
    this.failed.hide(true);
    this.live = new Live(`/api/executions/${execution}/events`, {
      event: (name, data) => this.event(name, data),
      state: state => this.linked(state, link),
      refused: problem => askForToken(this.notice, problem),
    });
  }

  layout() {
    return el('div', { class: 'view' },
      el('div', { class: 'head' },
        el('div', { class: 'title' }, this.title, this.pill, this.chips), this.steer.element),
      this.notice.element,
      this.totals.element,
      this.map.element,
      el('div', { class: 'columns' },
        this.chart.element, el('div', { class: 'stack' }, this.brakes.element, this.workers.element)),
      this.failed.element,
      this.slowest.element,
      this.findings.element,
      this.setAside.element,
      this.log.element);
  }

  leave() {
    this.live.leave();
    this.chart.leave();
  }

  linked(state, link) {
    link(state);
    this.steer.reach(state !== 'gone');
    this.notice.show('gone', state === 'gone' ? this.farewell() : '');
  }

  farewell() {
    const ended = this.running === false ? 'The run has ended, and the' : 'The';
    return `${ended} process that served this page is gone: this is what it showed last.`;
  }

  event(name, data) {
    const parts = {
      status: () => this.status(data),
      map: () => this.map.cells(data),
      readings: () => this.chart.show(data),
      log: () => this.log.show(data, renderLog),
      trouble: () => this.notice.show('trouble', data && sentence(data.error)),
    };
    parts[name]?.();
  }

  status(status) {
    this.running = isRunning(status.status);
    say(this.title, status.job);
    say(this.pill, statusWord(status.status));
    this.pill.dataset.look = look(status.status);
    this.chips.replaceChildren(...parameters(status.parameters).map(text => el('code', { class: 'chip' }, text)));
    document.title = `${status.percent === null ? '' : status.percent + '% '}${status.job} · Migrate`;
    this.steer.show(status);
    this.totals.show(status);
    this.map.held(status.hold);
    this.tell(status);
    this.brakes.show(status.brakes, renderBrakes);
    this.workers.show({ workers: status.workers, running: this.running }, renderWorkers);
    this.slowest.show(status.slowest, renderSlowest);
    this.slowest.hide(status.slowest.length === 0);
    this.failed.show(status.failedPartitions, renderFailed);
    this.failed.hide(status.failedPartitions.length === 0);
    this.findings.total(status.storedFindings, foundInAll(status));
    this.setAside.total(status.rows.failed, status.rows.failed);
  }

  tell(status) {
    const { running } = this;
    this.notice.show('waits', running && status.waitsFor ? `Waiting: ${status.waitsFor}.` : '');
    this.notice.show('manager', running && !status.manager.alive
      ? `Its manager (${status.manager.name}) is gone: the command that began it goes on from here.` : '');
    this.notice.show('hold', running && status.hold ? held(status.hold) : '');
  }
}

const foundInAll = status => Object.values(status.findings).reduce((sum, count) => sum + count, 0);

function held(hold) {
  const words = {
    paused: 'Paused by hand: no page is begun until it is resumed.',
    stopping: 'Stopping: the pages in hand are finished.',
  };
  return words[hold] ?? sentence(hold);
}

const sentence = text => text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith('.') ? '' : '.');
