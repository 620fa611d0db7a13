import { styleText } from 'node:util';

/** The styles that text is printed in. */
export type Style = 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'underline' | 'yellow';

/** Prints text in a style, or as it is where colours are off. */
export type Paint = (style: Style, text: string) => string;

/** Whether a stream should get colours: asked for, else what the environment says, else whether it is a terminal. */
export function wantsColor(asked: boolean | undefined, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (asked !== undefined) return asked;
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '') return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** A painter for a stream with or without colours. */
export function painter(color: boolean): Paint {
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}
