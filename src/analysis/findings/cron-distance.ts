/**
 * How close two runs of a cron expression can be. Computes the moments of a day that the fields for seconds, minutes and
 * hours allow, and the distances between neighbours, over midnight too. Assumes that any two days may follow one another:
 * days, months and years only thin runs out. Gives up fields in words it does not know.
 */

const second = 1000;
const day = 24 * 60 * 60 * second;

/** The shortest and the longest time between two runs on days that have any, in milliseconds. */
export interface CronDistance {
  readonly shortest: number;
  readonly longest: number;
}

const nicknames: Readonly<Record<string, string>> = {
  '@annually': '0 0 1 1 *',
  '@daily': '0 0 * * *',
  '@hourly': '0 * * * *',
  '@midnight': '0 0 * * *',
  '@minutely': '* * * * *',
  '@monthly': '0 0 1 * *',
  '@secondly': '* * * * * *',
  '@weekly': '0 0 * * 0',
  '@yearly': '0 0 1 1 *',
};

/** The values of one item of a field: `*`, `7`, `1-5`, each with a step or without. */
function valuesOfItem(item: string, count: number): readonly number[] | undefined {
  const [, base = '', to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/u.exec(item) ?? [];
  const pace = Number(step ?? 1);
  if (base === '' || (base === '*' && to !== undefined) || pace === 0) return undefined;
  const first = base === '*' ? 0 : Number(base);
  const last = to !== undefined ? Number(to) : base === '*' || step !== undefined ? count - 1 : first;
  if (first >= count || last >= count || last < first) return undefined;
  return Array.from({ length: Math.floor((last - first) / pace) + 1 }, (_, i) => first + i * pace);
}

function valuesOfField(field: string, count: number): readonly number[] | undefined {
  // The moment at which the schedule was made: one value, whichever.
  if (field === '?') return [0];
  const items = field.split(',').map((item) => valuesOfItem(item, count));
  if (items.includes(undefined)) return undefined;
  return [...new Set(items.flatMap((values) => values ?? []))].sort((a, b) => a - b);
}

/** The distances between the runs of an expression of five, six or seven fields, or of a nickname; undefined when it cannot be read. */
export function cronDistance(expression: string): CronDistance | undefined {
  const text = expression.trim();
  const fields = (nicknames[text.toLowerCase()] ?? text).split(/\s+/u);
  if (fields.length < 5 || fields.length > 7) return undefined;
  const [seconds, minutes, hours] = fields.length === 5 ? ['0', ...fields] : fields;
  const inMinute = valuesOfField(seconds ?? '', 60);
  const inHour = valuesOfField(minutes ?? '', 60);
  const inDay = valuesOfField(hours ?? '', 24);
  if (inMinute === undefined || inHour === undefined || inDay === undefined) return undefined;
  const moments = inDay.flatMap((hour) => inHour.flatMap((minute) => inMinute.map((at) => (hour * 60 + minute) * 60 + at)));
  let shortest = day;
  let longest = 0;
  moments.forEach((moment, i) => {
    const next = moments[i + 1] ?? (moments[0] ?? 0) + day / second;
    shortest = Math.min(shortest, (next - moment) * second);
    longest = Math.max(longest, (next - moment) * second);
  });
  return { shortest, longest };
}
