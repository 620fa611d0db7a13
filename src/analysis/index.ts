/**
 * The engine's one door. Takes a program and the compiler that made it, gives findings. Everything is computed when
 * first asked for and belongs to the program; two programs share only the facts of source files they have in common.
 */
import type ts from 'typescript';

import type { LibraryModel } from '../models/schema.js';
import type { Compiler } from '../typescript/compiler.js';
import { indexModels } from '../typescript/model-index.js';
import { modelsOfInstalled } from '../typescript/installed-versions.js';
import { ownModelsFirst } from '../typescript/own-models-first.js';
import { packageOfFile } from '../typescript/origin-of.js';
import type { AnalysisSettings, ProgramView } from '../typescript/program-view.js';
import { type UndeclaredMember, undeclaredMembers } from '../typescript/undeclared-members.js';
import type { Explanation } from '../terms/explanation.js';
import type { Finding, Verdict } from '../terms/finding.js';

import { storeDerived } from './dependencies/dependency-call.js';
import { explainLine } from './findings/explain.js';
import { growthFindingsIn } from './findings/growth-findings.js';
import { overlapFindingsIn } from './findings/overlap-findings.js';
import { isTestFile } from './facts/test-files.js';

export type { UndeclaredMember };

/** What to analyse and with what. */
export interface AnalysisInput {
  /** The compiler that made the program; never another copy. */
  readonly ts: Compiler;
  readonly program: ts.Program;
  /** What is built in; the user's own are part of the settings. */
  readonly models: readonly LibraryModel[];
  readonly settings: AnalysisSettings;
}

/** A file whose analysis failed, and why: the engine's fault, never the user's. */
export interface InternalError {
  readonly file: string;
  readonly message: string;
}

/** All that a program's analysis has to say, by file. */
export interface LeakAnalysis {
  /**
   * Findings of at least this verdict to be reported in a file, by position. Stable: independent of which file is asked
   * about first, or alone. What can only be `possible` costs most and is not followed for who asks for leaks.
   */
  readonly findingsIn: (fileName: string, least: Verdict) => readonly Finding[];
  /** Failures while analysing a file for findings of at least this verdict. */
  readonly errorsIn: (fileName: string, least: Verdict) => readonly InternalError[];
  /** Rows of the user's models that can never apply, by the file where that is to be told. */
  readonly undeclaredIn: (fileName: string) => readonly UndeclaredMember[];
  /** Why the growths on a line are reported, or why not. Lines count from 1. */
  readonly explain: (fileName: string, line: number) => readonly Explanation[];
}

interface Results {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly errors: ReadonlyMap<string, readonly InternalError[]>;
}

function viewOf({ ts, program, models: known, settings }: AnalysisInput): ProgramView {
  const root = program.getCurrentDirectory();
  const own = program.getSourceFiles().filter((file) => !file.isDeclarationFile && packageOfFile(file.fileName) === undefined);
  const tests = own.filter((file) => isTestFile(file.fileName, root));
  const files = own.filter((file) => !tests.includes(file));
  const models = ownModelsFirst(modelsOfInstalled(ts, program, settings.models ?? []), modelsOfInstalled(ts, program, known));
  return { ts, program, checker: program.getTypeChecker(), files, tests, models: indexModels(models), settings };
}

/** Several growths of one location may lead to one call, and a job that each turn schedules anew is to be scheduled once: one thing to mend each. */
function saysTheSame(known: Finding, finding: Finding): boolean {
  if (known.form === 'growth' && finding.form === 'growth') {
    return known.site.start === finding.site.start && known.question === finding.question && known.location.name === finding.location.name;
  }
  if (known.form === 'overlap' && finding.form === 'overlap') return known.site.start === finding.site.start;
  const [growth, overlap] = known.form === 'growth' ? [known, finding] : [finding, known];
  return growth.form === 'growth' && (growth.question === 'no-repeated-registration' || growth.question === 'no-lost-handle') && growth.growth.start === overlap.site.start && growth.growth.file === overlap.site.file;
}

function positionOf(finding: Finding): number {
  return finding.form === 'growth' ? finding.growth.start : finding.site.start;
}

/** What is certain speaks for what says the same; of equals the first in program order does. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const certainFirst = [...findings.filter(({ verdict }) => verdict === 'leak'), ...findings.filter(({ verdict }) => verdict !== 'leak')];
  return certainFirst
    .filter((finding, i) => !certainFirst.slice(0, i).some((known) => saysTheSame(known, finding)))
    .sort((a, b) => a.site.start - b.site.start || positionOf(a) - positionOf(b));
}

function analyse(view: ProgramView, least: Verdict): Results {
  const errors = new Map<string, InternalError[]>();
  const findings = new Map<string, Finding[]>();
  for (const file of view.files) {
    try {
      const growths = growthFindingsIn(view, file, least);
      // A registration may be reported at a call elsewhere, hence the comparison with all of this file's own.
      const overlaps = overlapFindingsIn(view, file, least).filter((overlap) => !growths.some((growth) => saysTheSame(growth, overlap)));
      for (const finding of [...growths, ...overlaps]) {
        const inFile = findings.get(finding.site.file);
        if (inFile === undefined) findings.set(finding.site.file, [finding]);
        else inFile.push(finding);
      }
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      errors.set(file.fileName, [{ file: file.fileName, message }]);
    }
  }
  storeDerived(view);
  return { findings: new Map([...findings].map(([file, inFile]) => [file, distinct(inFile)])), errors };
}

/**
 * Prepares the analysis of a program. Nothing is computed until a file is asked about; then the whole program
 * is answered once, since a report may belong into another file than the growth it speaks of.
 */
export function analyze(input: AnalysisInput): LeakAnalysis {
  let known: ProgramView | undefined;
  const view = (): ProgramView => (known ??= viewOf(input));
  const results = new Map<Verdict, Results>();
  const all = (least: Verdict): Results => {
    const answer = results.get(least) ?? analyse(view(), least);
    results.set(least, answer);
    return answer;
  };
  return {
    findingsIn: (fileName, least) => all(least).findings.get(fileName) ?? [],
    errorsIn: (fileName, least) => all(least).errors.get(fileName) ?? [],
    undeclaredIn: (fileName) => undeclaredMembers(view()).filter(({ file }) => file === fileName),
    explain: (fileName, line) => {
      const file = view().files.find((own) => own.fileName === fileName);
      return file === undefined ? [] : explainLine(view(), file, line, [...all('possible').findings.values()].flat());
    },
  };
}
