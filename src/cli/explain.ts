import { resolve } from 'node:path';

import { checkProjects } from './check.js';
import { CouldNotRunError } from './could-not-run.js';
import { explanationLines, type Sheet } from './explanation-lines.js';
import type { Options } from './options.js';
import type { Paint } from './paint.js';
import type { Progress } from './progress.js';
import { findProjects } from './projects/find-projects.js';
import { relativeName } from './relative-name.js';

/**
 * Tells why the growths and schedules on a line are reported, or why not.
 * @throws {CouldNotRunError} when no program has the file.
 */
export function explain(options: Options, cwd: string, paint: Paint, progress: Progress): string {
  const { file: given, line } = options.explain ?? { file: '', line: 0 };
  const file = resolve(cwd, given).replaceAll('\\', '/');
  const root = cwd.replaceAll('\\', '/');
  for (const { loaded, analysis, files } of checkProjects(findProjects([given, ...options.paths], cwd), options, cwd, progress)) {
    const source = files.includes(file) ? loaded.program.getSourceFile(file) : undefined;
    if (source === undefined) continue;
    progress.end();
    const lines = source.text.split('\n').length;
    if (line < 1 || line > lines) throw new CouldNotRunError(`${given} has ${String(lines)} lines, so that there is no line ${String(line)}.`);
    const sheet: Sheet = {
      place: (site) => `${relativeName(root, site.file)}:${String(site.line)}:${String(site.column + 1)}`,
      paint,
      textOf: (name) => loaded.program.getSourceFile(name)?.text ?? '',
      strict: options.least === 'possible',
    };
    const explanations = analysis.explain(file, line);
    if (explanations.length === 0) return `${given}:${String(line)}: nothing on this line adds to anything or schedules a job, as far as the engine knows the forms of growth.\n`;
    return explanations.flatMap((explanation) => explanationLines(sheet, explanation)).join('\n');
  }
  throw new CouldNotRunError(`${given} belongs to no program: no tsconfig includes it.`);
}
