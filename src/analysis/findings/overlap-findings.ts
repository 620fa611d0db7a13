/**
 * The schedules of a file whose runs may overlap. Computes for each the finding that its appraisal comes to, told by the
 * wait that says most. Assumes that one report for a schedule is enough: what keeps runs apart at one wait does at all.
 */
import type ts from 'typescript';

import type { OverlapFinding, Verdict } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';

import { appraise, worstOf } from './appraise-schedule.js';
import { paceOf } from './overlap-words.js';
import { nameOfJob, nameOfSchedule, overlapWordsFor, placeOfSchedule, stepOf } from './schedule-words.js';
import { type Schedule, schedulesIn } from './schedules.js';
import { siteOf } from './site-of.js';

function findingFor(view: ProgramView, schedule: Schedule, least: Verdict): OverlapFinding | undefined {
  const appraisal = appraise(view, schedule, least);
  const { library, pacing } = appraisal;
  const worst = worstOf(appraisal);
  if (worst === undefined || pacing === 'once' || (least === 'leak' && worst.overlap.verdict !== 'leak')) return undefined;
  const { call, job } = schedule;
  const { overlap, wait } = worst;
  const { unguarded, advice, own } = overlapWordsFor(view, schedule, library, overlap);
  const start = siteOf(placeOfSchedule(view, schedule));
  const steps = wait.stages.map((stage) => stepOf(view, stage));
  return {
    form: 'overlap',
    question: 'no-overlapping-schedule',
    verdict: overlap.verdict,
    site: { ...start, end: call.expression.end },
    location: { name: nameOfJob(view, schedule), role: 'job', site: siteOf(job.frames[0] ?? job.node) },
    loop: { turn: 'run', label: nameOfSchedule(view, schedule), site: start },
    pace: paceOf(pacing),
    outcome: overlap.guard.state === 'stuck' ? 'stops' : 'overlaps',
    steps: steps.slice(0, -1),
    wait: steps.at(-1) ?? { name: 'wait', site: start },
    unguarded,
    advice,
    suggestions: own || library.suggestion === undefined ? [] : [library.suggestion],
  };
}

/** The schedules of a file whose runs may overlap, as far as that comes to at least this verdict, in source order. */
export function overlapFindingsIn(view: ProgramView, file: ts.SourceFile, least: Verdict): readonly OverlapFinding[] {
  return schedulesIn(view, file).flatMap((schedule) => findingFor(view, schedule, least) ?? []);
}
