// Builds elements. Values become text, never markup.

/** An element with attributes and children; functions among the attributes are listeners. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    set(element, key, value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

function set(element, key, value) {
  if (typeof value === 'function') {
    element.addEventListener(key, value);
  } else if (value === true) {
    element.setAttribute(key, '');
  } else if (value !== false && value !== null && value !== undefined) {
    element.setAttribute(key, value);
  }
}

/** Changes the text if it is another one, so that what a reader has selected stays selected. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** A table with a caption for those who cannot see it, in a box that scrolls by itself. */
export function table(caption, heads, rows) {
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', {},
      el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col', class: head.class }, head.text)))),
      el('tbody', {}, rows.map(cells =>
        el('tr', {}, cells.map((cell, i) => el('td', { class: heads[i].class }, cell)))))));
}

export const column = text => ({ text });
export const number = text => ({ text, class: 'number' });

/** A part of the page with a heading; what it holds is replaced as a whole when it has changed. */
export class Panel {
  constructor(title, attributes = {}) {
    this.body = el('div', { class: 'body' });
    this.count = el('span', { class: 'count' });
    this.element = el('section', { class: 'panel', ...attributes }, el('h2', {}, title, this.count), this.body);
    this.shown = undefined;
  }

  /** Shows what the function makes of data, unless that is what it shows already. */
  show(data, render) {
    const text = JSON.stringify(data);
    if (text !== this.shown) {
      this.shown = text;
      const scrolled = this.body.querySelector('.scroll')?.scrollTop ?? 0;
      this.body.replaceChildren(render(data));
      const scroller = this.body.querySelector('.scroll');
      if (scroller) {
        scroller.scrollTop = scrolled;
      }
    }
  }

  hide(hidden) {
    this.element.hidden = hidden;
  }
}
