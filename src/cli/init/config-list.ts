import { Node, type SourceFile, SyntaxKind } from 'ts-morph';

/** Where a flat config lists its parts: the elements of an array, or the arguments of a function that joins them. */
export interface ConfigList {
  /** Offset at which one more part can be written. */
  readonly end: number;
  /** The last part there is. */
  readonly last: Node | undefined;
  /** The array or call around the parts. */
  readonly around: Node;
}

const joiners = /^(?:defineConfig|(?:tseslint|ts|typescriptEslint)\.config)$/u;

function exported(file: SourceFile): Node | undefined {
  const assignment = file.getExportAssignment((one) => !one.isExportEquals());
  if (assignment !== undefined) return assignment.getExpression();
  for (const statement of file.getStatements()) {
    const expression = Node.isExpressionStatement(statement) ? statement.getExpression() : undefined;
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

/** Finds the list in `export default [...]`, `defineConfig(...)`, `tseslint.config(...)` or `module.exports = ...`. */
export function configList(file: SourceFile): ConfigList | undefined {
  const value = valueOf(exported(file));
  if (Node.isArrayLiteralExpression(value)) {
    const last = value.getElements().at(-1);
    return { around: value, last, end: last?.getEnd() ?? value.getStart() + 1 };
  }
  if (!Node.isCallExpression(value) || !joiners.test(value.getExpression().getText())) return undefined;
  const [first, ...rest] = value.getArguments();
  const only = rest.length === 0 ? valueOf(first) : undefined;
  if (Node.isArrayLiteralExpression(only)) {
    const last = only.getElements().at(-1);
    return { around: only, last, end: last?.getEnd() ?? only.getStart() + 1 };
  }
  const last = value.getArguments().at(-1);
  return { around: value, last, end: last?.getEnd() ?? value.getEnd() - 1 };
}
