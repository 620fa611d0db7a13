/**
 * Why the runs of a schedule are said to overlap, or why not. Computes, from the appraisal that decides about findings,
 * what each wait came to and what stayed in doubt. Assumes nothing of its own.
 */
import type { ExplainedWait, OverlapExplanation } from '../../terms/explanation.js';
import type { Finding } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';

import { type Apart, type Appraisal, type AppraisedWait, appraise, type Doubt, worstOf } from './appraise-schedule.js';
import { paceOf } from './overlap-words.js';
import { nameOfJob, nameOfSchedule, overlapWordsFor, placeOfSchedule, stepOf } from './schedule-words.js';
import type { Schedule } from './schedules.js';
import { siteOf } from './site-of.js';

const apart: Readonly<Record<Apart, string>> = {
  flag: 'a test of the project keeps the next run away until this has ended',
  forgotten: 'no run waits for it: its promise was dropped on purpose, some calls away from the job',
  option: 'the library keeps the next run away until this has ended',
  stopped: 'the job stops its schedule first',
};

const doubts: Readonly<Record<Doubt, string>> = {
  forgotten: 'whether the promise that a called function drops counts as work of the run',
  jobs: 'which of several functions the job is',
  lock: 'whether what is called by the name of a lock keeps runs apart',
  option: 'the value of the option that keeps runs apart',
  pace: 'how often runs start',
  promise: 'whether what is waited for is a promise',
  rescheduled: 'whether the schedule is made anew for each turn',
  slow: 'whether a wait ever takes as long as the minutes between runs',
  stopped: 'whether the job stops its schedule in time',
  throws: 'whether what is waited for ever throws',
};

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function explainedWait(view: ProgramView, schedule: Schedule, { library }: Appraisal, { answer, wait }: AppraisedWait): ExplainedWait {
  const steps = wait.stages.map((stage) => stepOf(view, stage));
  if (typeof answer === 'string') return { steps, because: apart[answer], verdict: 'safe' };
  return { steps, because: lowered(overlapWordsFor(view, schedule, library, answer).unguarded), verdict: answer.verdict };
}

function decisiveClause(appraisal: Appraisal, waits: readonly ExplainedWait[], finding: Finding | undefined): string {
  if (appraisal.pacing === 'once') return 'it runs once';
  if (appraisal.seldom) return `runs start ${paceOf(appraisal.pacing)}, too far apart to meet`;
  const worst = waits.find(({ verdict }) => verdict === 'leak') ?? waits.find(({ verdict }) => verdict === 'possible');
  if (worst !== undefined) return finding === undefined ? 'each turn schedules the job anew, and that is reported in its place' : worst.because;
  return waits[0]?.because ?? 'a run waits for nothing that may last until the next one';
}

/** What decided about a schedule, and whether it is among the findings. */
export function explainSchedule(view: ProgramView, schedule: Schedule, findings: readonly Finding[]): OverlapExplanation {
  const appraisal = appraise(view, schedule, 'possible');
  const site = siteOf(placeOfSchedule(view, schedule));
  const waits = appraisal.waits.map((wait) => explainedWait(view, schedule, appraisal, wait));
  const finding = findings.find((one) => one.form === 'overlap' && one.site.file === site.file && one.site.start === site.start);
  return {
    form: 'overlap',
    schedule: site,
    means: nameOfSchedule(view, schedule),
    job: { name: nameOfJob(view, schedule), site: siteOf(schedule.job.frames[0] ?? schedule.job.node) },
    pace: appraisal.pacing === 'once' ? 'once' : paceOf(appraisal.pacing),
    finding,
    because: decisiveClause(appraisal, waits, finding),
    waits,
    unknown: (worstOf(appraisal)?.overlap.doubts ?? []).map((doubt) => doubts[doubt]),
  };
}
