import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { KeptContainer } from '../../terms/kept-container.js';

import type { ContainerKind } from '../../typescript/container-kind.js';

/** What a container gains at a growth site; the word the message uses. */
export type Gain = 'bytes' | 'element' | 'entry' | 'node' | 'registration' | 'text';

/** What a dependency's own code says of a growth that happens inside it. */
export interface DependencyGain {
  /** The variable of the dependency that grows, when it is not the argument `container`. */
  readonly kept: KeptContainer | undefined;
  /** Names that lead from there to the container, `[]` for any element. */
  readonly steps: readonly string[];
  /** Whether nothing but what is added decides that it is added. */
  readonly sure: boolean;
}

/** A place in the source that would add to something, if that something is the container it looks like. */
export interface GrowthSite {
  /** The expression to report. */
  readonly node: ts.Expression;
  /** The expression whose value grows, or is replaced by something larger. */
  readonly container: ts.Expression;
  /** The kinds of container this form adds to; any other kind is something else by the same name. */
  readonly kinds: readonly ContainerKind[];
  readonly gain: Gain;
  /** Whether the growth assigns the container anew rather than changing it in place. */
  readonly assigns: boolean;
  /** How the code adds: the method's name or the operator. */
  readonly means: string;
  /** The key of a keyed store; equal keys overwrite. */
  readonly key: ts.Expression | undefined;
  /** What is added. */
  readonly values: readonly ts.Expression[];
  /** What the models know of it, when it is a call that adds to a library's registry. */
  readonly registers?: RegistersRow;
  /** Present when no model but the project's own code shows that it has to be let go: a sign, and no proof. */
  readonly derived?: true;
  /** Present when a dependency's function adds. */
  readonly dependency?: DependencyGain;
}
