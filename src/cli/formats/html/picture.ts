import type { Finding } from '../../../terms/finding.js';
import { type Stage, traceOf } from '../../trace-of.js';

import { escape } from './escape.js';

const width = 352;
const left = 34;
const boxWidth = width - left - 2;
const boxHeight = 44;
const gap = 22;

/** Text that fits a box: SVG breaks no lines. */
function fit(text: string, most: number): string {
  const plain = text.replace(/\s+/gu, ' ');
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}

function topOf(i: number): number {
  return 12 + i * (boxHeight + gap);
}

function shortPlace({ site }: Stage): string {
  return `${site.file.split('/').at(-1) ?? site.file}:${String(site.line)}`;
}

function box(stage: Stage, i: number, below: string): string {
  const top = topOf(i);
  return (
    `<rect class="box ${stage.kind}" x="${String(left)}" y="${String(top)}" width="${String(boxWidth)}" height="${String(boxHeight)}" rx="8"/>` +
    `<text x="${String(left + 12)}" y="${String(top + 18)}">${escape(fit(stage.name, 38))}</text>` +
    `<text class="small" x="${String(left + 12)}" y="${String(top + 35)}">${escape(fit(below, 48))}</text>`
  );
}

function arrow(i: number): string {
  const x = left + 24;
  const from = topOf(i) + boxHeight;
  const to = topOf(i + 1);
  return `<path class="arrow" d="M${String(x)} ${String(from)}V${String(to - 6)}"/><path class="tip" d="M${String(x - 4)} ${String(to - 7)}h8l-4 7z"/>`;
}

/** The way back to the loop: the next turn. */
function turn(last: number, word: string): string {
  const bottom = topOf(last) + boxHeight / 2;
  const top = topOf(0) + boxHeight / 2;
  const middle = (top + bottom) / 2;
  return (
    `<path class="turn" d="M${String(left)} ${String(bottom)}H20a8 8 0 0 1-8-8V${String(top + 8)}a8 8 0 0 1 8-8h${String(left - 27)}"/>` +
    `<path class="turn-tip" d="M${String(left - 7)} ${String(top - 4)}v8l7-4z"/>` +
    `<text class="small" text-anchor="middle" transform="rotate(-90 7 ${String(middle)})" x="7" y="${String(middle)}">${escape(fit(`next ${word}`, 24))}</text>`
  );
}

/** What grows, drawn as bars that get longer, and the way out that nothing takes. */
function store(i: number): string {
  const top = topOf(i);
  const right = left + boxWidth;
  const bars = [8, 14, 20, 26].map((height, n) => `<rect class="bar" x="${String(right - 108 + n * 11)}" y="${String(top + 36 - height)}" width="7" height="${String(height)}"/>`).join('');
  const out = top + boxHeight / 2;
  const cross = `M${String(right - 35)} ${String(out - 6)}l12 12m0-12l-12 12`;
  return `${bars}<path class="gone" d="M${String(right - 58)} ${String(out)}H${String(right - 4)}"/><path class="cross" d="${cross}"/>`;
}

/** The way from the loop to what grows, as an inline SVG; the list beside it says the same in words. */
export function picture(finding: Finding, id: string): string {
  const stages = traceOf(finding).filter(({ kind }) => kind !== 'missing');
  const { location, loop } = finding;
  const held: Stage = { kind: 'missing', name: fit(location.name, 24), says: location.role, site: location.site };
  const boxes = stages.map((stage, i) => box(stage, i, `${stage.kind === 'grows' && finding.form === 'growth' ? `adds ${finding.gain}` : stage.says} · ${shortPlace(stage)}`));
  const arrows = stages.map((_, i) => arrow(i));
  const height = topOf(stages.length) + boxHeight + 8;
  const kept = finding.form === 'growth' ? `${location.name} keeps what it gets. ${finding.unbounded}` : `runs of ${location.name} pile up. ${finding.unguarded}`;
  const words = `${stages.map(({ name }) => name).join(', then ')}; ${kept}`;
  return (
    `<svg viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">How ${escape(location.name)} grows</title><desc id="${id}-desc">${escape(words)}</desc>` +
    turn(stages.length - 1, loop.turn) +
    boxes.join('') +
    arrows.join('') +
    `<g>${box(held, stages.length, fit(location.role.replaceAll('`', ''), 34))}${store(stages.length)}</g></svg>`
  );
}
