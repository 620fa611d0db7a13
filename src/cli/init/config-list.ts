import { type Expression, Node, type SourceFile, SyntaxKind } from 'ts-morph';

/** Where a flat config lists its parts: the elements of an array, or the arguments of a function that joins them. */
export interface ConfigList {
  /** Offset behind the last part, at which one more can be written. */
  readonly end: number;
  readonly isEmpty: boolean;
  /** Whether the parts stand on lines of their own. */
  readonly ownLines: boolean;
  /** Where the line begins whose indentation a new part takes. */
  readonly line: number;
}

const joiners = /^(?:defineConfig|(?:tseslint|ts|typescriptEslint)\.config)$/u;

function exported(file: SourceFile): Expression | undefined {
  const assignment = file.getExportAssignment((one) => !one.isExportEquals());
  if (assignment !== undefined) return assignment.getExpression();
  for (const statement of file.getStatements()) {
    const expression = statement.asKind(SyntaxKind.ExpressionStatement)?.getExpression();
    if (Node.isBinaryExpression(expression) && expression.getOperatorToken().getKind() === SyntaxKind.EqualsToken && expression.getLeft().getText() === 'module.exports') {
      return expression.getRight();
    }
  }
  return undefined;
}

/** What a name or a cast stands for. */
function valueOf(node: Node | undefined): Node | undefined {
  if (Node.isIdentifier(node)) {
    const declaration = node.getSourceFile().getVariableDeclaration(node.getText());
    return declaration === undefined ? undefined : valueOf(declaration.getInitializer());
  }
  if (Node.isAsExpression(node) || Node.isSatisfiesExpression(node) || Node.isParenthesizedExpression(node)) return valueOf(node.getExpression());
  return node;
}

function listOf(parts: readonly Node[], opening: number, start: { readonly line: number; readonly at: number }): ConfigList {
  const last = parts.at(-1);
  const ownLines = last !== undefined && last.getStartLineNumber() > start.line;
  return { end: last?.getEnd() ?? opening, isEmpty: last === undefined, ownLines, line: ownLines ? last.getStartLinePos() : start.at };
}

function startOf(node: Node): { readonly line: number; readonly at: number } {
  return { line: node.getStartLineNumber(), at: node.getStartLinePos() };
}

/** Finds the list in `export default [...]`, `defineConfig(...)`, `tseslint.config(...)` or `module.exports = ...`. */
export function configList(file: SourceFile): ConfigList | undefined {
  const value = valueOf(exported(file));
  if (Node.isArrayLiteralExpression(value)) return listOf(value.getElements(), value.getStart() + 1, startOf(value));
  const call = value?.asKind(SyntaxKind.CallExpression);
  if (call === undefined || !joiners.test(call.getExpression().getText())) return undefined;
  const parts = call.getArguments();
  const only = parts.length === 1 ? valueOf(parts[0]) : undefined;
  if (Node.isArrayLiteralExpression(only)) return listOf(only.getElements(), only.getStart() + 1, startOf(only));
  return listOf(parts, call.getEnd() - 1, { line: call.getStartLineNumber(), at: call.getStartLinePos() });
}
