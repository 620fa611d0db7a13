import { rules } from '../rules/index.js';
import type { Question } from '../terms/finding.js';

/** What a rule's meta says of it. */
export interface ListedRule {
  readonly name: string;
  readonly description: string;
  readonly page: string;
}

/** The rules, in the order of the presets. */
export const listedRules: readonly ListedRule[] = Object.entries(rules).map(([name, { meta }]) => ({ name, description: meta.docs.description, page: meta.docs.url }));

/** Where a question stands among the rules; -1 when no rule asks it. */
export function rankOf(question: Question): number {
  return listedRules.findIndex(({ name }) => name === question);
}

/** The page that tells about a question's rule. */
export function pageOf(question: Question): string {
  return listedRules[rankOf(question)]?.page ?? '';
}
