import { analyze, type LeakAnalysis } from '../analysis/index.js';
import { libraryModels } from '../models/index.js';
import { idleRowInWords } from '../settings/idle-row-in-words.js';
import type { Finding } from '../terms/finding.js';

import { bySettings } from './config/by-settings.js';
import { CouldNotRunError } from './could-not-run.js';
import { inWalkOrder } from './in-walk-order.js';
import { rankOf } from './listed-rules.js';
import type { Options } from './options.js';
import type { Progress } from './progress.js';
import { findProjects, type Plan } from './projects/find-projects.js';
import { type LoadedProgram, loadProgram } from './projects/load-program.js';
import { missingTypes } from './projects/missing-types.js';
import type { Problem, Report } from './report.js';
import { suppressionsIn } from './suppressions.js';

/** A program with what the engine says of it, and the files of it that were asked for and for which the same is set. */
export interface CheckedProject {
  readonly loaded: LoadedProgram;
  readonly analysis: LeakAnalysis;
  readonly files: readonly string[];
}

function filesOf({ program }: LoadedProgram): readonly string[] {
  return program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.includes('/node_modules/') && !file.fileName.endsWith('.json'))
    .map((file) => file.fileName);
}

/**
 * Loads and analyses, one after the other, the projects that a plan names.
 * @throws {CouldNotRunError} when no file is left to check.
 */
export function* checkProjects(plan: Plan, options: Pick<Options, 'config' | 'entryPoints'>, cwd: string, progress: Progress): Generator<CheckedProject> {
  const answered = new Set<string>();
  for (const [i, project] of plan.projects.entries()) {
    progress.step(i + 1, plan.projects.length, project.config?.path ?? project.folder);
    const loaded = loadProgram(project);
    const files = filesOf(loaded).filter((file) => plan.covers(file) && (plan.ownerOf(file) ?? project) === project && !answered.has(file));
    for (const file of files) answered.add(file);
    const groups = bySettings(options, [cwd.replaceAll('\\', '/'), project.folder], files);
    for (const { settings, files: own } of groups) yield { loaded, analysis: analyze({ ...loaded, models: libraryModels, settings }), files: own };
  }
  progress.end();
  if (answered.size === 0) {
    throw new CouldNotRunError('No JavaScript or TypeScript file to check. Name files, folders or a tsconfig.json; JavaScript beside a tsconfig is checked when that sets allowJs.');
  }
}

/** ESLint's order: files as a walk meets them, then lines and columns, then rules as the preset lists them. */
function inReportOrder(a: Finding, b: Finding): number {
  return (
    inWalkOrder(a.site.file, b.site.file) ||
    a.site.line - b.site.line ||
    a.site.column - b.site.column ||
    rankOf(a.question) - rankOf(b.question)
  );
}

/** Checks what the command line names. */
export function check(options: Options, cwd: string, progress: Progress): Report {
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const files: string[] = [];
  const hints = new Set<string>();
  const wanted = ({ question }: Finding): boolean => rankOf(question) >= 0 && (options.rules.length === 0 || options.rules.includes(question));
  for (const { loaded, analysis, files: own } of checkProjects(findProjects(options.paths, cwd), options, cwd, progress)) {
    files.push(...own);
    for (const file of own) {
      problems.push(...analysis.errorsIn(file, options.least));
      for (const row of analysis.undeclaredIn(file)) hints.add(idleRowInWords(row));
      const found = analysis.findingsIn(file, options.least).filter(wanted);
      if (found.length === 0) continue;
      const suppressed = suppressionsIn(loaded.program.getSourceFile(file)?.text ?? '');
      findings.push(...found.filter(({ question, site }) => !suppressed(`leaks/${question}`, site.line, site.column)));
    }
    for (const { fileName, text } of loaded.program.getSourceFiles()) if (!texts.has(fileName) && !/\.d\.[cm]?ts$/u.test(fileName)) texts.set(fileName, text);
    for (const hint of missingTypes(loaded, own)) hints.add(hint);
  }
  return {
    root: cwd.replaceAll('\\', '/'),
    findings: findings.sort(inReportOrder),
    files: files.sort(inWalkOrder),
    problems,
    hints: [...hints].sort(),
    textOf: (file) => texts.get(file) ?? '',
  };
}
