/**
 * What is said of a release that takes nothing back, and what to do. Computes the words from what was found in front of it
 * or in its key. Assumes they follow the sentence that tells the growth.
 */
import { quoted } from './quoted.js';
import { siteOf } from './site-of.js';
import type { VainRelease } from './vain-release.js';

/** Why the release does nothing. */
export function vainWords(vain: VainRelease): string {
  const its = `Its release in line ${String(siteOf(vain.release).line)}`;
  if (vain.kind === 'key-kept') return `${its} takes out what lies under the key, and the key stays`;
  if (vain.kind === 'other-key') return `${its} takes out something else: ${quoted(vain.key)} ${vain.why}`;
  const { test, holds } = vain.condition;
  if (vain.kind === 'left-behind') return `${its} waits for ${quoted(test)}, which never holds after line ${String(siteOf(vain.branch).line)}: what is taken back there is left in it`;
  if (vain.kind === 'asked-away') return `${its} only runs when ${quoted(test)} does not hold, and then there is nothing to take out`;
  return `${its} ${holds ? `waits for ${quoted(test)}, which never holds` : `is skipped when ${quoted(test)} holds, as it always does`}: ${vain.why}`;
}

/** What would make it work. */
export function vainAdvice({ kind }: VainRelease): string {
  if (kind === 'key-kept') return 'delete the key as well when nothing is left under it';
  if (kind === 'left-behind') return 'release after that as well';
  return kind === 'other-key' ? 'take out what was added' : 'release under a condition that can hold';
}
