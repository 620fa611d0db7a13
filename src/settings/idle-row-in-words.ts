import type { UndeclaredMember } from '../typescript/undeclared-members.js';

/** Which row of the user's models can never apply, and why. */
export function idleRowInWords({ model, on, package: name, row }: UndeclaredMember): string {
  return `settings.leaks.models[${String(model)}].rows[${String(row)}].on: ${name} declares no ${on}. See docs/own-models.md.`;
}
