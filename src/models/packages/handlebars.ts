import type { LibraryModel } from '../schema.js';

export const handlebars = {
  package: 'handlebars',
  aliases: ['global'],
  rows: [
    { kind: 'registers', on: 'Handlebars.registerHelper', what: 'a helper', into: 'receiver', keyedBy: 0, onlyWith: { argument: 1 },
      undone: { members: ['unregisterHelper'] },
      because: 'https://handlebarsjs.com/api-reference/runtime.html' },
    { kind: 'registers', on: 'Handlebars.registerPartial', what: 'a helper', into: 'receiver', keyedBy: 0, onlyWith: { argument: 1 },
      undone: { members: ['unregisterPartial'] },
      because: 'https://handlebarsjs.com/api-reference/runtime.html' },
    { kind: 'registers', on: 'Handlebars.registerDecorator', what: 'a helper', into: 'receiver', keyedBy: 0, onlyWith: { argument: 1 },
      undone: { members: ['unregisterDecorator'] },
      because: 'https://handlebarsjs.com/api-reference/runtime.html' },
    { kind: 'invokes', on: 'Handlebars.registerHelper', callback: { argument: 'any' }, per: 'event', owner: 'receiver',
      because: 'https://handlebarsjs.com/api-reference/runtime.html' },
    { kind: 'invokes', on: 'Handlebars.registerDecorator', callback: { argument: 'any' }, per: 'event', owner: 'receiver',
      because: 'https://handlebarsjs.com/api-reference/runtime.html' },
    { kind: 'neutral', on: 'Handlebars.compile', because: 'https://handlebarsjs.com/api-reference/compilation.html' },
    { kind: 'neutral', on: 'Handlebars.create', because: 'https://handlebarsjs.com/api-reference/runtime.html' },
  ],
} as const satisfies LibraryModel;
