/**
 * What a growth is called and what would stop it. Computes the words from the form of the growth, and for a library's
 * registry from its model. Assumes the message puts them after the name of the location.
 */
import type { RegistersRow } from '../../models/schema.js';
import type { Verdict } from '../../terms/finding.js';
import type { Gain, GrowthSite } from '../facts/growth-site.js';

const gains: Readonly<Record<Exclude<Gain, 'registration'>, string>> = {
  bytes: 'bytes',
  element: 'an element',
  entry: 'an entry',
  node: 'a node',
  text: 'text',
};

const unbounded: Readonly<Record<Gain, string>> = {
  bytes: 'Nothing resets it',
  element: 'Nothing removes elements',
  entry: 'Nothing removes entries',
  node: 'Nothing unlinks nodes',
  registration: 'Nothing takes it back',
  text: 'Nothing resets it',
};

/** What is gained, with its article. */
export function gainOf({ gain, registers }: GrowthSite): string {
  if (registers !== undefined) return registers.what;
  return gain === 'registration' ? 'an entry' : gains[gain];
}

/** Why nothing was taken for a bound. */
export function unboundedOf({ gain }: GrowthSite, verdict: Verdict): string {
  return verdict === 'possible' ? `${unbounded[gain]} for certain` : unbounded[gain];
}

function wayBack({ undone }: RegistersRow): string | undefined {
  const [member] = undone?.members ?? [];
  if (member !== undefined) return `call ${member}()`;
  const [taker] = undone?.passedTo ?? [];
  if (taker !== undefined) return `keep what it returns and pass it to ${taker}()`;
  const [result] = undone?.result ?? [];
  if (result === undefined) return undefined;
  return result === '()' ? 'keep the function it returns and call it' : `keep what it returns and call its ${result}()`;
}

/** What would bound it. */
export function adviceFor({ gain, registers }: GrowthSite, turn: string): string {
  if (registers?.what === 'a reaction') return `wait for something that ends with the ${turn}, or ask a flag instead`;
  if (registers !== undefined) {
    const back = wayBack(registers);
    const once = registers.keyedBy === undefined ? 'register once, when the program starts' : 'use a fixed set of keys';
    return back === undefined ? once : `${back} when the ${turn} ends, or ${once}`;
  }
  if (gain === 'entry') return `delete them when the ${turn} ends or use a bounded cache`;
  if (gain === 'text' || gain === 'bytes') return 'write it out and reset it, or keep only the newest part';
  return 'remove them when they are done with, or keep only the newest';
}
