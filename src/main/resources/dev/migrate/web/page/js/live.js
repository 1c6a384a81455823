// Follows server-sent events. By fetch, for an EventSource cannot send the token that reading may need.

import { ask, Refused } from './api.js';

const AGAIN_AFTER = [500, 1000, 2000, 5000];

/**
 * Follows an address until it is left, and again when the line was cut. Rests while the tab is not seen.
 * The handlers: event(name, data), refused(Refused), and state of 'live', 'ended' (nothing changes any more), 'gone' (the
 * server has said goodbye) or 'away' (it cannot be reached).
 */
export class Live {
  constructor(path, handlers) {
    this.path = path;
    this.handlers = handlers;
    this.failures = 0;
    this.ended = false;
    this.gone = false;
    this.seen = () => (document.hidden ? this.rest() : this.start());
    document.addEventListener('visibilitychange', this.seen);
    if (!document.hidden) {
      this.start();
    }
  }

  leave() {
    this.over = true;
    document.removeEventListener('visibilitychange', this.seen);
    this.rest();
  }

  /** Looks again at once, for something has been done that may have changed it. */
  again() {
    if (!this.over && !document.hidden) {
      this.rest();
      this.start();
    }
  }

  rest() {
    clearTimeout(this.timer);
    this.line?.abort();
    this.line = undefined;
  }

  async start() {
    if (this.over || this.line) {
      return;
    }
    const line = this.line = new AbortController();
    try {
      await this.follow(await ask(this.path, { signal: line.signal, headers: { Accept: 'text/event-stream, application/json' } }));
    } catch (problem) {
      if (!line.signal.aborted && problem instanceof Refused && problem.status < 500) {
        this.over = true;
        this.handlers.refused(problem);
      }
    }
    if (this.line === line) {
      this.line = undefined;
      this.startLater();
    }
  }

  startLater() {
    if (!this.over) {
      this.handlers.state(this.gone ? 'gone' : 'away');
      this.timer = setTimeout(() => this.start(), AGAIN_AFTER[Math.min(this.failures++, AGAIN_AFTER.length - 1)]);
    }
  }

  async follow(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let piece = await reader.read(); !piece.done && !this.over; piece = await reader.read()) {
      const events = (text + piece.value).split('\n\n');
      text = events.pop();
      events.forEach(event => this.event(event));
    }
  }

  event(text) {
    const lines = text.split('\n');
    const value = field => lines.find(line => line.startsWith(field + ': '))?.slice(field.length + 2);
    const name = value('event');
    this.failures = 0;
    this.gone = name === 'gone';
    if (name && !this.gone) {
      this.take(name, JSON.parse(value('data')));
    }
    this.handlers.state(this.gone ? 'gone' : this.ended ? 'ended' : 'live');
  }

  take(name, data) {
    if (name === 'ended') {
      this.ended = data;
    } else {
      this.handlers.event(name, data);
    }
  }
}
