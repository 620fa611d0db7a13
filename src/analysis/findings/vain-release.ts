import type ts from 'typescript';

import type { Condition } from '../facts/conditions-on.js';

/** A release that is there and that a loop would run, and why it takes nothing back. */
export type VainRelease =
  /** A test in front of it can never come out as it should. */
  | { readonly kind: 'never'; readonly release: ts.Node; readonly condition: Condition; readonly why: string }
  /** It only runs when there is nothing to take back. */
  | { readonly kind: 'asked-away'; readonly release: ts.Node; readonly condition: Condition }
  /** It waits for nothing to be left, and a way to it leaves everything. */
  | { readonly kind: 'left-behind'; readonly release: ts.Node; readonly condition: Condition; readonly branch: ts.Node }
  /** It takes out a key that nothing is stored under. */
  | { readonly kind: 'other-key'; readonly release: ts.Node; readonly key: ts.Expression; readonly why: string }
  /** It empties what lies under a key, and the key stays. */
  | { readonly kind: 'key-kept'; readonly release: ts.Node };
