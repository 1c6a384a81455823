// Rows a second, over time.

import { el, say } from './dom.js';
import { duration, short, whole } from './format.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

export class Throughput {
  constructor() {
    this.canvas = el('canvas', { role: 'img', 'aria-label': 'Rows a second over time' });
    this.text = el('p', { class: 'muted' });
    this.element = el('section', { class: 'panel' },
      el('h2', {}, 'Throughput'), el('div', { class: 'chart' }, this.canvas), this.text);
    this.recolour = () => this.draw();
    dark.addEventListener('change', this.recolour);
  }

  leave() {
    dark.removeEventListener('change', this.recolour);
    this.chart?.destroy();
  }

  show(points) {
    this.points = points;
    this.draw();
  }

  draw() {
    if (!this.points || !window.Chart) {
      return;
    }
    const data = rates(this.points);
    say(this.text, data.length === 0 ? 'Nothing was measured yet.' : summary(data));
    this.canvas.setAttribute('aria-label', `Rows a second over time. ${this.text.textContent}`);
    this.chart ??= new window.Chart(this.canvas, { type: 'line', data: { datasets: [{}] } });
    Object.assign(this.chart.data.datasets[0], line(data));
    this.chart.options = options();
    this.chart.update('none');
  }
}

/** A rate holds from the point before to its own; so the first one begins where the run does. */
function rates(points) {
  const begin = Date.parse(points[0]?.at);
  const data = points.slice(1).map(point => ({ x: (Date.parse(point.at) - begin) / 1000, y: point.rowsPerSecond }));
  return data.length === 0 ? data : [{ x: 0, y: data[0].y }, ...data];
}

function summary(data) {
  const all = data.map(point => point.y);
  return `Last ${whole(all.at(-1))}, highest ${whole(Math.max(...all))} rows a second.`;
}

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function line(data) {
  return {
    data,
    label: 'rows a second',
    borderColor: colour('--running'),
    backgroundColor: colour('--running-soft'),
    fill: true,
    borderWidth: 2,
    pointRadius: 0,
    pointHitRadius: 12,
    stepped: 'after',
  };
}

function options() {
  const axis = { color: colour('--muted'), maxTicksLimit: 6, maxRotation: 0 };
  const grid = { color: colour('--line') };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'nearest', axis: 'x', intersect: false },
    scales: {
      x: { type: 'linear', min: 0, grid: { display: false }, border: { color: colour('--line') },
        ticks: { ...axis, callback: value => duration(value) } },
      y: { min: 0, suggestedMax: 10, grid, border: { display: false }, ticks: { ...axis, callback: value => short(value) } },
    },
    plugins: {
      legend: { display: false },
      tooltip: { displayColors: false, callbacks: {
        title: items => `after ${duration(items[0].parsed.x)}`,
        label: item => `${whole(Math.round(item.parsed.y))} rows a second`,
      } },
    },
  };
}
