import type { ParserServicesWithTypeInformation } from '@typescript-eslint/utils';
import type { Rule } from 'eslint';
import type ts from 'typescript';

import { analyze, type LeakAnalysis, type Trace } from '../analysis/index.js';
import { libraryModels } from '../models/index.js';
import type { Finding, Verdict } from '../terms/finding.js';
import { idleRowInWords } from '../settings/idle-row-in-words.js';
import { type LeaksSettings, readSettings } from '../settings/read-settings.js';
import { type Compiler, CompilerUnavailableError, loadCompiler } from '../typescript/compiler.js';

/** What a rule learns about the file it runs on. */
export type FileAnswer =
  | { readonly findings: readonly Finding[]; readonly errors: readonly string[]; readonly idleRows: readonly string[] }
  /** Nothing could be analysed; `first` is true for one rule only, so that the user reads it once a file. */
  | { readonly problem: string; readonly first: boolean };

const analyses = new WeakMap<ts.Program, { settings: string; analysis: LeakAnalysis }>();
const told = new WeakSet<object>();

/** What the last program of each tsconfig left for the one that replaces it when a file is edited. */
const traces = new Map<string, Trace>();
const mostTraces = 64;

const noTypes =
  'eslint-plugin-leaks needs type information. In eslint.config.js use the parser @typescript-eslint/parser and set ' +
  'languageOptions.parserOptions.projectService to true (or parserOptions.project to your tsconfig), and make sure that a tsconfig includes this file.';

function problem(context: Rule.RuleContext, text: string): FileAnswer {
  const first = !told.has(context.sourceCode.ast);
  told.add(context.sourceCode.ast);
  return { problem: text, first };
}

function compilerFor(file: ts.SourceFile): Compiler {
  const compiler = loadCompiler();
  if (!compiler.isSourceFile(file)) {
    throw new CompilerUnavailableError(
      `The program was made by another copy of TypeScript than the one found (${compiler.version}). Keep one version of typescript installed, 5.4 to 6.0.`,
    );
  }
  return compiler;
}

/** For the next version of the program; the projects of a day are few, and the oldest is forgotten. */
function leaveTrace(identity: string, trace: Trace): void {
  traces.delete(identity);
  traces.set(identity, trace);
  const [oldest] = traces.keys();
  if (traces.size > mostTraces && oldest !== undefined) traces.delete(oldest);
}

/** Which program a newer one replaces: that of the same tsconfig. */
function identityOf(program: ts.Program): string {
  const { configFilePath } = program.getCompilerOptions();
  return typeof configFilePath === 'string' ? configFilePath : program.getCurrentDirectory();
}

function analysisFor(compiler: Compiler, program: ts.Program, settings: LeaksSettings): LeakAnalysis {
  const key = JSON.stringify(settings);
  const known = analyses.get(program);
  if (known?.settings === key) return known.analysis;
  const identity = `${identityOf(program)} ${key}`;
  const analysis = analyze({ ts: compiler, program, models: libraryModels, settings, earlier: traces.get(identity) });
  analyses.set(program, { settings: key, analysis });
  leaveTrace(identity, analysis.trace);
  return analysis;
}

/** A compiler that cannot give types is the nearer cause, and the configuration is only half of the remedy. */
function whyNoTypes(): string {
  try {
    loadCompiler();
  } catch (error) {
    if (error instanceof CompilerUnavailableError) return error.message;
  }
  return noTypes;
}

/**
 * Whether the parser made a program of this one file, with nothing that it imports: under CI it does so for the text that
 * a fix has changed (https://typescript-eslint.io/packages/parser#disallowautomaticsingleruninference). Whole programs know better.
 */
function isCutOff(program: ts.Program): boolean {
  return program.getCompilerOptions().noResolve === true && program.getCurrentDirectory() === '';
}

/** The engine's answer for the file being linted, as far as it comes to this verdict, or one clear sentence about what to change. */
export function analysisOf(context: Rule.RuleContext, least: Verdict): FileAnswer {
  const services = context.sourceCode.parserServices as Partial<ParserServicesWithTypeInformation> | undefined;
  const program = services?.program ?? undefined;
  const file = program?.getSourceFile(context.physicalFilename);
  if (program === undefined || file === undefined) return problem(context, whyNoTypes());
  const settings = readSettings(context.settings['leaks']);
  if ('problem' in settings) return problem(context, settings.problem);
  const first = !told.has(context.sourceCode.ast);
  told.add(context.sourceCode.ast);
  try {
    const compiler = compilerFor(file);
    if (isCutOff(program)) return { findings: [], errors: [], idleRows: [] };
    const analysis = analysisFor(compiler, program, settings);
    return {
      findings: analysis.findingsIn(file.fileName, least),
      errors: first ? analysis.errorsIn(file.fileName, least).map((error) => error.message) : [],
      idleRows: first ? analysis.undeclaredIn(file.fileName).map(idleRowInWords) : [],
    };
  } catch (error) {
    if (error instanceof CompilerUnavailableError) return { problem: error.message, first };
    // A fault of the engine must not end the user's lint run.
    return { findings: [], idleRows: [], errors: first ? [error instanceof Error ? (error.stack ?? error.message) : String(error)] : [] };
  }
}
