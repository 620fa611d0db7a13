/**
 * A member of a library as its type declarations spell it: `createServer` (export), `Server#on` (instance member of a
 * class or interface), `Application.create` (static member, or member of an exported object or namespace).
 */
export type Member = string;

/** What every row has. */
export interface RowBase {
  /** A documentation URL that justifies the row. */
  readonly because: string;
}
