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
import { distinctFindings } from './findings/distinct-findings.js';
import { findingsAt } from './findings/findings-at.js';
import { findingsFrom } from './findings/findings-from.js';
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
  /** What an earlier version of the same program left behind: with it each file is answered by itself. */
  readonly earlier?: Trace | undefined;
}

/** What is worth knowing of an analysis when the program has changed. Plain data, so that it keeps no program alive. */
export interface Trace {
  /** The files whose growths are reported in other files. */
  readonly movers: ReadonlySet<string>;
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
  /** What the analysis of the next version of this program can build on; fills as files are asked about. */
  readonly trace: Trace;
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

function internalError(file: ts.SourceFile, error: unknown): InternalError {
  return { file: file.fileName, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function answerAll(view: ProgramView, least: Verdict, movers: Set<string>): Results {
  const errors = new Map<string, readonly InternalError[]>();
  const findings = new Map<string, Finding[]>();
  for (const file of view.files) {
    try {
      for (const finding of findingsFrom(view, file, least)) {
        if (finding.site.file !== file.fileName) movers.add(file.fileName);
        const inFile = findings.get(finding.site.file);
        if (inFile === undefined) findings.set(finding.site.file, [finding]);
        else inFile.push(finding);
      }
    } catch (error) {
      errors.set(file.fileName, [internalError(file, error)]);
    }
  }
  storeDerived(view);
  return { findings: new Map([...findings].map(([file, inFile]) => [file, distinctFindings(inFile)])), errors };
}

function answerOne(view: ProgramView, file: ts.SourceFile, least: Verdict, movers: ReadonlySet<string>): Results {
  try {
    const findings = findingsAt(view, file, least, movers);
    storeDerived(view);
    return { findings: new Map([[file.fileName, findings]]), errors: new Map() };
  } catch (error) {
    return { findings: new Map(), errors: new Map([[file.fileName, [internalError(file, error)]]]) };
  }
}

/**
 * Prepares the analysis of a program; nothing is computed until a file is asked about. Then the whole program is answered
 * once, since a report may belong into another file than the growth it speaks of. When an earlier version of the program
 * was answered so, each file is answered for itself, at a fraction of the cost.
 */
export function analyze(input: AnalysisInput): LeakAnalysis {
  const movers = new Set(input.earlier?.movers);
  let known: ProgramView | undefined;
  const view = (): ProgramView => (known ??= viewOf(input));
  const whole = new Map<Verdict, Results>();
  const single = new Map<string, Results>();
  const answered = <K>(answers: Map<K, Results>, key: K, answer: () => Results): Results => {
    const results = answers.get(key) ?? answer();
    answers.set(key, results);
    return results;
  };
  const all = (least: Verdict): Results => answered(whole, least, () => answerAll(view(), least, movers));
  const about = (fileName: string, least: Verdict): Results => {
    const file = input.earlier === undefined ? undefined : view().files.find((own) => own.fileName === fileName);
    return file === undefined ? all(least) : answered(single, `${least} ${fileName}`, () => answerOne(view(), file, least, movers));
  };
  return {
    findingsIn: (fileName, least) => about(fileName, least).findings.get(fileName) ?? [],
    errorsIn: (fileName, least) => about(fileName, least).errors.get(fileName) ?? [],
    undeclaredIn: (fileName) => undeclaredMembers(view()).filter(({ file }) => file === fileName),
    trace: { movers },
    explain: (fileName, line) => {
      const file = view().files.find((own) => own.fileName === fileName);
      return file === undefined ? [] : explainLine(view(), file, line, [...all('possible').findings.values()].flat());
    },
  };
}
