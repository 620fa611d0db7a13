import type { Member, RowBase } from './row-base.js';

/** What this member gives lives longer than the turn it is reached from: a keep-alive socket serves many requests. */
export interface LastsRow extends RowBase {
  readonly kind: 'lasts';
  readonly on: Member;
  readonly lifetime: 'connection' | 'process';
}

/** Throws for what a caller sends: parsing, decoding. */
export interface ThrowsRow extends RowBase {
  readonly kind: 'throws';
  readonly on: Member;
}

/** Never throws, and what it returns never rejects: a pause. */
export interface SafeRow extends RowBase {
  readonly kind: 'safe';
  readonly on: Member;
}

/** The values of this member are few, though its type does not say so: a request's method, a response's status. */
export interface FiniteRow extends RowBase {
  readonly kind: 'finite';
  readonly on: Member;
}

/** What the argument names has to exist outside the program, as a file does: otherwise the call throws, or gives `false`. */
export interface FindsRow extends RowBase {
  readonly kind: 'finds';
  readonly on: Member;
  readonly argument: number;
  readonly otherwise: 'false' | 'throws';
}
