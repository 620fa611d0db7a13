/** What a model's row says, in the words of the page of known libraries. */

import type { BindsRow, Choice, EndsRow, Keep, ModelRow, Options, OverlapGuard, RegistersRow, Registry, RegistryKey, RepeatsRow } from '../src/models/schema.js';

/** Words as code, with commas between them. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

const keeps: Readonly<Record<Keep, string>> = { consumer: 'one for each consumer', process: 'one for the process', turn: 'one for each turn' };

function choiceOf(choice: Choice | undefined): string {
  if (choice === undefined) return '';
  const setting = choice.option === undefined ? `argument ${String(choice.argument ?? 0)}` : `\`${choice.option}\``;
  return `, unless ${setting} says otherwise`;
}

function bindingOf(row: BindsRow): string {
  const subject = { class: 'instances of a class', function: 'what a function returns', token: 'what another token stands for', value: 'a value' }[row.what];
  const kept = row.what === 'token' || row.what === 'value' ? '' : `: ${keeps[row.lifetime]}${choiceOf(row.choice)}`;
  const chain = row.chain === undefined ? '' : `, or ${quoted(Object.keys(row.chain))} does`;
  const instead = row.asDecorated === true ? ', or its decorator does' : '';
  return `binds a token to ${subject}${kept}${chain}${instead}`;
}

function registryOf(into: Registry): string {
  if (into === 'process' || into === 'receiver') return `the ${into}`;
  if ('elements' in into) return `each element of argument ${String(into.elements)}`;
  return into.member === undefined ? `argument ${String(into.argument)}` : `\`${into.member}\` of argument ${String(into.argument)}`;
}

function undoOf({ undone }: RegistersRow): string {
  const { lists = [], members = [], result = [], passedTo = [], withArgument } = undone ?? {};
  const results = result.map((name) => (name === '()' ? 'calling its result' : `\`${name}\` of its result`));
  const ways = [...members.map((name) => `\`${name}\``), ...lists.map((name) => `cutting \`${name}\``), ...results, ...passedTo.map((name) => `\`${name}\` of its result`), ...(withArgument?.members ?? []).map((name) => `\`${name}\` of argument ${String(withArgument?.argument)}`)];
  return ways.length === 0 ? 'nothing takes it back' : `taken back by ${ways.join(', ')}`;
}

function keyOf(keyedBy: RegistryKey): string {
  if (keyedBy === 'receiver') return 'one for each receiver';
  if (typeof keyedBy === 'number') return `one for each value of argument ${String(keyedBy)}`;
  if ('member' in keyedBy) return `one for each \`${keyedBy.member}\` of argument ${String(keyedBy.argument)}`;
  return `one for each combination of values in ${keyedBy.valuesOf === 'any' ? 'its arguments' : `argument ${String(keyedBy.valuesOf)}`}`;
}

function optionsOf({ argument, options }: Options): string {
  return options === undefined ? `argument ${String(argument)}` : quoted(options);
}

function endsOf({ always, also = [], sometimes, fails = [] }: EndsRow): string {
  const good = sometimes.length === 0 ? '' : `; only a good end brings ${quoted(sometimes)}`;
  return `ends with ${quoted([always, ...also])}${good}${fails.length === 0 ? '' : `; only a bad end brings ${quoted(fails)}`}`;
}

function registrationOf(row: RegistersRow): string {
  const key = row.keyedBy === undefined ? [] : [keyOf(row.keyedBy)];
  const only = row.onlyWith === undefined ? [] : [`only with ${optionsOf(row.onlyWith)}`];
  const unless = [row.unless ?? []].flat().map((options) => `not with ${optionsOf(options)}`);
  const fires = row.endsWhenFired === true ? ['goes when it fires'] : [];
  const last = row.lastEvents === undefined ? [] : [`${quoted(row.lastEvents)} come at the end or never`];
  const adopted = row.adopts === undefined ? [] : [`ends argument ${String(row.adopts)} with itself`];
  return [`adds ${row.what} to ${registryOf(row.into)}`, ...key, ...only, ...unless, ...fires, ...last, ...adopted, undoOf(row)].join('; ');
}

function guardOf({ argument, option, default: initial, since }: OverlapGuard): string {
  const name = option === undefined ? `argument ${String(argument)}` : `\`${option}\``;
  const version = since === undefined ? '' : `, since version ${since}`;
  if (initial === 'locked') return `locked for ${name} milliseconds, long unless said${version}`;
  return `kept apart by ${name} (${initial} unless said)${version}`;
}

function repetitionOf({ job, every, guard, startedBy, unless = [] }: RepeatsRow): string {
  const where = every.argument < 0 ? 'the last argument' : `argument ${String(every.argument)}`;
  const said = every.member === undefined ? where : `\`${every.member}\` of ${where}`;
  const what = job === 'decorated' ? 'decorated code' : job.member === undefined ? 'its job' : `\`${job.member}\``;
  const kept = guard === undefined ? 'no option keeps runs apart' : guardOf(guard);
  const named = startedBy === undefined ? '' : ` of \`${startedBy.member}\` under the same name`;
  return [`starts ${what} again by ${said}${named} (${every.as})`, kept, ...unless.map((options) => `not with ${optionsOf(options)}`)].join('; ');
}

/** One row as the middle column of its table has it. */
export function statementOf(row: ModelRow): string {
  switch (row.kind) {
    case 'invokes': {
      const below = row.callback.deep === true ? ' at any depth' : '';
      const members = row.callback.members === undefined ? '' : ` (${quoted(row.callback.members)}${below})`;
      const events = Object.entries(row.events ?? {}).map(([per, names]) => `${per} for ${quoted(names)}`);
      return `callback${members} runs: ${[row.per, ...events].join('; ')}`;
    }
    case 'decorates':
      return `decorated code runs: ${row.per}`;
    case 'handles':
      return `functions of this type run: ${row.per}`;
    case 'yields':
      return `lives as long as one ${row.lifetime}`;
    case 'scopes':
      return `injected: ${keeps[row.lifetime]}${choiceOf(row.choice)}${row.bubbles === true ? '; shorter with what it is given' : ''}`;
    case 'binds':
      return bindingOf(row);
    case 'resolves':
      if (row.token === 'name') return 'its properties give what their names are bound to';
      return `gives what argument ${String(row.token)} is bound to`;
    case 'injects':
      return `gives what argument ${String(row.token)} is bound to`;
    case 'defaults':
      return `\`${row.choice.option ?? ''}\` chooses how long instances are kept where nothing else does`;
    case 'bounds':
      return row.when === 'always' ? 'bounds itself' : `bounds itself with ${quoted(row.when.options)}`;
    case 'weak':
      return 'holds without retaining';
    case 'ends':
      return endsOf(row);
    case 'endless':
      return `\`for await\` over it runs: ${row.per}`;
    case 'registers':
      return registrationOf(row);
    case 'memoizes':
      return `its result keeps an entry for each value of argument ${String(row.keyedBy)}${row.unless === undefined ? '' : `, not with ${optionsOf(row.unless)}`}`;
    case 'lasts':
      return `lives as long as the ${row.lifetime}`;
    case 'safe':
      return 'never throws or rejects';
    case 'throws':
      return 'throws for what a caller sends';
    case 'finds':
      return `${row.otherwise === 'throws' ? 'throws' : 'gives false'} unless what argument ${String(row.argument)} names exists`;
    case 'finite':
      return 'takes few values';
    case 'repeats':
      return repetitionOf(row);
    case 'settles':
      return typeof row.within === 'number' ? `comes within ${String(row.within)} ms` : `comes after the milliseconds in argument ${String(row.within.argument)}`;
    case 'neutral':
      return 'examined: grows, invokes and outlives nothing';
  }
}
