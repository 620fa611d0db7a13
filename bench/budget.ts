/** A ratio that was measured, and the most it may be. */
export interface Budgeted {
  readonly what: string;
  readonly ratio: number;
  readonly budget: number;
}

/** Whether a measured ratio stays within its budget; the budget itself is still within. */
export function withinBudget({ ratio, budget }: Budgeted): boolean {
  return ratio <= budget;
}
