import type { Finding, Verdict } from '../terms/finding.js';

/** What is said of each form of finding, by its verdict; the words in braces are those of `wordsOf`. */
export const sentences = {
  growth: {
    leak: '`{{name}}` ({{role}}, {{declared}}) gains {{gain}} on every {{turn}}: {{path}}. {{unbounded}}; {{advice}}.',
    possible: '`{{name}}` ({{role}}, {{declared}}) may gain {{gain}} on every {{turn}}: {{path}}. {{unbounded}}; {{advice}}.',
  },
  overlap: {
    leak: '`{{name}}` ({{role}}, {{declared}}) {{happens}}: {{path}}. {{unguarded}}; {{advice}}.',
    possible: '`{{name}}` ({{role}}, {{declared}}) {{happens}}: {{path}}. {{unguarded}}; {{advice}}.',
  },
} as const satisfies Readonly<Record<Finding['form'], Readonly<Record<Verdict, string>>>>;
