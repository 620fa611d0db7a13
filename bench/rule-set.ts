/** The rules one lint runs with: none, the one that costs are compared to, or all of this plugin's. */
export type RuleSet = 'none' | 'reference' | 'plugin';
