import { formatNames } from './options.js';

/** The text of `--help`. */
export const usage = `Finds the memory leaks of long-lived Node servers: what each request, message or tick adds to something that outlives it.

  npx eslint-plugin-leaks [paths]                check files, folders or tsconfigs (default: this folder)
  npx eslint-plugin-leaks --explain FILE:LINE    why a line is reported, or why not
  npx eslint-plugin-leaks init [--hook]          add the plugin to eslint.config.*, and to lint-staged

  -f, --format ${formatNames.join('|')}   how to print (default: text)
  --strict                  also what could not be decided
  --rule NAME               only this rule; may be repeated
  --max-findings N          how many findings still pass (default: 0)
  --entry-point NAME        a function that something runs again and again: name, Class.method or file#name; may be repeated
  -c, --config FILE         the ESLint config whose settings.leaks count (default: eslint.config.* here, or beside the tsconfig)
  --no-config               without any
  --color, --no-color       colours whatever the terminal; NO_COLOR and FORCE_COLOR work too
  -v, --version
  -h, --help

Exit codes: 0 nothing found, 1 findings, 2 could not run.
`;
