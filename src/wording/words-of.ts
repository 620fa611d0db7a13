import type { Finding } from '../terms/finding.js';

/** A position in the shortest form that an engineer recognises. */
function place(file: string, line: number): string {
  const parts = file.split('/');
  const name = parts.at(-1) ?? file;
  return `${name.startsWith('index.') ? parts.slice(-2).join('/') : name}:${String(line)}`;
}

function pathOf(finding: Finding): string {
  const entry = `${finding.loop.label} (${place(finding.loop.site.file, finding.loop.site.line)})`;
  const names = finding.steps.map((step) => step.name);
  const shown = names.length > 4 ? [...names.slice(0, 2), '…', ...names.slice(-2)] : names;
  return [entry, ...shown, finding.means].join(' → ');
}

function unboundedOf({ unbounded, idleRemoval }: Finding): string {
  return idleRemoval === undefined ? unbounded : `${unbounded} but ${place(idleRemoval.file, idleRemoval.line)}, which no loop runs`;
}

/** The words of a finding that its sentence is made of. */
export function wordsOf(finding: Finding): Record<string, string> {
  return {
    name: finding.location.name,
    role: finding.location.role,
    declared: place(finding.location.site.file, finding.location.site.line),
    gain: finding.gain,
    turn: finding.loop.turn,
    path: pathOf(finding),
    unbounded: unboundedOf(finding),
    advice: finding.advice,
  };
}
