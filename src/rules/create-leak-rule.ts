import type { Rule } from 'eslint';

import type { Finding, Question, Verdict } from '../terms/finding.js';
import { sentences } from '../wording/sentences.js';
import { wordsOf } from '../wording/words-of.js';

import { analysisOf } from './analysis-of.js';

/** The one option object of every rule. */
export interface LeakRuleOptions {
  /** The least certain verdict that is still reported. */
  readonly verdict?: Verdict;
}

/** The docs block of a rule's meta. */
export interface LeakRuleDocs {
  readonly description: string;
  readonly recommended: true;
  readonly requiresTypeChecking: true;
  readonly url: string;
}

/** A rule of this plugin: an ESLint rule whose docs block is always there. */
export type LeakRule = Rule.RuleModule & { readonly meta: Rule.RuleMetaData & { readonly docs: LeakRuleDocs } };

const pages = 'https://github.com/eslint-plugin-leaks/eslint-plugin-leaks/blob/main/docs/rules';

/** An overlap has a rule of its own, so that no rule needs more than one form's sentences. */
function formOf(question: Question): Finding['form'] {
  return question === 'no-overlapping-schedule' ? 'overlap' : 'growth';
}

const ownMessages = {
  suggestion: '{{change}}.',
  cannotAnalyse: '{{problem}}',
  idleRow: '{{problem}}',
  internalError: 'Internal error of eslint-plugin-leaks in this file, which was not analysed: {{problem}}',
} as const;

/** The questions whose answers may come with a change that mends what they report. */
const offering: ReadonlySet<Question> = new Set([
  'no-incomplete-release',
  'no-ineffective-release',
  'no-lost-handle',
  'no-overlapping-schedule',
  'no-repeated-registration',
  'no-unreleased-resource',
]);

function suggestionsOf({ suggestions }: Finding): Rule.SuggestionReportDescriptor[] {
  return suggestions.map(({ title, edits }) => ({
    messageId: 'suggestion',
    data: { change: title },
    fix: (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
  }));
}

function reportAll(context: Rule.RuleContext, question: Question, least: Verdict): void {
  const { sourceCode } = context;
  const start = { line: 1, column: 0 };
  const answer = analysisOf(context, least);
  if ('problem' in answer) {
    if (answer.first) context.report({ loc: start, messageId: 'cannotAnalyse', data: { problem: answer.problem } });
    return;
  }
  for (const problem of answer.errors) context.report({ loc: start, messageId: 'internalError', data: { problem } });
  for (const problem of answer.idleRows) context.report({ loc: start, messageId: 'idleRow', data: { problem } });
  for (const finding of answer.findings) {
    if (finding.question !== question) continue;
    const loc = { start: sourceCode.getLocFromIndex(finding.site.start), end: sourceCode.getLocFromIndex(finding.site.end) };
    context.report({ loc, messageId: finding.verdict, data: wordsOf(finding), suggest: suggestionsOf(finding) });
  }
}

/** A rule that asks the engine one question about each file. */
export function createLeakRule(name: Question, description: string): LeakRule {
  return {
    meta: {
      type: 'problem',
      docs: { description, recommended: true, requiresTypeChecking: true, url: `${pages}/${name}.md` },
      messages: { ...sentences[formOf(name)], ...ownMessages },
      hasSuggestions: offering.has(name),
      schema: [
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            verdict: {
              type: 'string',
              enum: ['leak', 'possible'],
              description: 'The least certain verdict to report: `leak` is proved, `possible` includes what could not be decided.',
            },
          },
        },
      ],
      defaultOptions: [{ verdict: 'leak' }],
    },
    create(context) {
      const [options] = context.options as readonly (LeakRuleOptions | undefined)[];
      return {
        'Program:exit'() {
          reportAll(context, name, options?.verdict ?? 'leak');
        },
      };
    },
  };
}
