/** Why the command cannot do its work, worded for the person who has to mend it. */
export class CouldNotRunError extends Error {
  override readonly name = 'CouldNotRunError';
}
