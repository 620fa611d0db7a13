/**
 * What is said of a release that is there and does not do: which way out skips it, or what else it takes back. Computes
 * the words from the gap or the miss that was found. Assumes they follow the sentence that tells the growth.
 */
import type ts from 'typescript';

import type { Question } from '../../terms/finding.js';
import type { GrowthSite } from '../facts/growth-site.js';

import type { Bounds } from './bounds.js';
import { quoted } from './quoted.js';
import type { ReleaseGap } from './release-gap.js';
import { siteOf } from './site-of.js';
import { vainAdvice, vainWords } from './vain-words.js';

function lineOf(node: ts.Node): string {
  return `line ${String(siteOf(node).line)}`;
}

/** A line of another file with that file's name. */
function placeOf(node: ts.Node, beside: ts.Node): string {
  const { file, line } = siteOf(node);
  return node.getSourceFile() === beside.getSourceFile() ? lineOf(node) : `${file.slice(file.lastIndexOf('/') + 1)}:${String(line)}`;
}

function wayOut({ escape }: ReleaseGap, beside: ts.Node): string {
  const { kind, node } = escape;
  if (kind === 'closed') return `by an end that emits '${escape.always}' and not the ${escape.awaited === undefined ? 'message' : `'${escape.awaited}'`} it waits for`;
  if (kind === 'left') return `when ${quoted(node)} is gone by '${escape.always}' and nobody asks for it any more`;
  if (kind === 'replaced') return `when a newer \`${escape.name}\` takes its place in \`${escape.slot}\` (${placeOf(node, beside)})`;
  if (kind === 'outrun') return `when ${quoted(node)} wins the race in ${placeOf(node, beside)}`;
  if (kind === 'late') return `when it comes after ${quoted(node)} has won the race in ${placeOf(node, beside)}`;
  if (kind === 'unanswered') return 'when no answer comes';
  if (kind === 'unheard') return `when it ends by itself, which ${lineOf(node)} only hears`;
  if (kind === 'timeout') return `when the timer in ${lineOf(node)} fires first`;
  if (kind === 'aborted') return `when the signal in ${lineOf(node)} is aborted first`;
  if (kind === 'rejection') return `when ${quoted(node)} rejects in ${lineOf(node)}`;
  if (kind === 'throw') return `when ${quoted(node)} throws in ${lineOf(node)}`;
  return `by the return in ${lineOf(node)}`;
}

function calleeOf(call: ts.CallExpression): string {
  const text = call.expression.getText();
  return `${text.slice(Math.max(text.lastIndexOf('.'), text.lastIndexOf(' ')) + 1)}()`;
}

/** Why the release that is there does not bound the growth; undefined when there is none to speak of. */
export function releaseWords(question: Question, growth: GrowthSite, { gap, sibling, undoings, vain }: Bounds): string | undefined {
  if (question === 'no-incomplete-release' && gap !== undefined) return `Its release in ${placeOf(gap.release, growth.node)} is skipped ${wayOut(gap, growth.node)}`;
  if (question === 'no-incomplete-release' && sibling !== undefined) {
    return `What the same code fills in ${lineOf(sibling.filled.node)}, ${quoted(sibling.filled.container)}, is cleaned in ${lineOf(sibling.release)}, this not`;
  }
  if (question === 'no-ineffective-release' && vain !== undefined) return vainWords(vain);
  const [miss] = undoings?.misses ?? [];
  return question === 'no-ineffective-release' && miss !== undefined ? `${calleeOf(miss)} in ${lineOf(miss)} takes back something else` : undefined;
}

function adviceForGap({ escape }: ReleaseGap): string {
  switch (escape.kind) {
    case 'timeout':
      return 'release in what the timer runs as well';
    case 'aborted':
      return 'release in what the signal runs as well';
    case 'unanswered':
      return 'give up after some time and release then as well';
    case 'unheard':
      return 'take it out in that listener as well';
    case 'closed':
    case 'left':
      return `release on '${escape.always}', which comes at every end`;
    case 'outrun':
      return 'release when the race is over, whoever wins';
    case 'late':
      return 'keep its promise and release what comes too late, or give the acquisition a limit of its own';
    case 'replaced':
      return `call ${calleeOf(escape.release as ts.CallExpression)} on the older one before`;
    default:
      return 'release in a finally block, which every way out passes';
  }
}

/** What would make the release work. */
export function releaseAdvice(question: Question, { registers }: GrowthSite, { gap, sibling, vain }: Bounds): string | undefined {
  if (question === 'no-incomplete-release' && sibling !== undefined) return 'delete it wherever the other one is deleted';
  if (question === 'no-incomplete-release' && gap !== undefined) return adviceForGap(gap);
  if (question === 'no-ineffective-release' && vain !== undefined) return vainAdvice(vain);
  if (question === 'no-ineffective-release') return 'keep the function that was registered and pass that same one, for the same event';
  if (question !== 'no-unreleased-resource') return undefined;
  const [result] = registers?.undone?.result ?? [];
  const shared = 'make one when the program starts and share it';
  return result === undefined ? shared : `call ${result}() on it in a finally block, or ${shared}`;
}
