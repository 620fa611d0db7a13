import ts from 'typescript';

import { libraryModels } from '../../src/models/index.js';
import type { ModelRow } from '../../src/models/schema.js';
import { indexModels } from '../../src/typescript/model-index.js';
import type { ProgramView } from '../../src/typescript/program-view.js';
import { rowsOfCall } from '../../src/typescript/rows-of.js';
import { programOfTexts } from './program-of-texts.js';

function lastCall(file: ts.SourceFile): ts.CallExpression | ts.NewExpression {
  const statement = file.statements.at(-1);
  if (statement === undefined || !ts.isExpressionStatement(statement)) throw new Error('ends in no call');
  const { expression } = statement;
  if (!ts.isCallExpression(expression) && !ts.isNewExpression(expression)) throw new Error('ends in no call');
  return expression;
}

/** Texts that each end in a call, asked for the rows of one kind that the call leads to. */
export class CalledMembers {
  readonly #view: ProgramView;

  constructor(texts: readonly string[], overrides?: ts.CompilerOptions) {
    const program = programOfTexts(new Map(texts.map((text, n) => [`call-${String(n)}.mts`, text])), overrides);
    this.#view = { ts, program, checker: program.getTypeChecker(), files: [], tests: [], models: indexModels(libraryModels), settings: { entryPoints: [] } };
  }

  /** The members that the rows for the call at the end of the nth text are about. */
  of(n: number, kind: ModelRow['kind']): readonly string[] {
    const file = this.#view.program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/call-${String(n)}.mts`));
    if (file === undefined) throw new Error('is not in the program');
    return rowsOfCall(this.#view, lastCall(file), kind).rows.map(({ on }) => on);
  }
}
