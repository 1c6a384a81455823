// Sentences above everything else: why nothing goes on, what cannot be reached.

import { el } from './dom.js';

export class Notice {
  constructor() {
    this.element = el('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
    this.lines = new Map();
  }

  /** Shows a sentence of a kind, or none. */
  show(kind, text) {
    const line = this.lines.get(kind);
    if (!text) {
      line?.remove();
      this.lines.delete(kind);
    } else if (line?.textContent !== text) {
      line?.remove();
      const fresh = el('p', { class: 'notice', 'data-kind': kind }, text);
      this.lines.set(kind, fresh);
      this.element.append(fresh);
    }
  }
}
