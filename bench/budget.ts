/** A ratio or a time that was measured, and the most it may be. */
export interface Budgeted {
  readonly what: string;
  readonly measured: number;
  readonly budget: number;
}

/** Whether what was measured stays within its budget; the budget itself is still within. */
export function withinBudget({ measured, budget }: Budgeted): boolean {
  return measured <= budget;
}
