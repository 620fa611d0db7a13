import type ts from 'typescript';

import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { writtenType } from '../../typescript/written-member.js';
import { lacksMember } from '../../typescript/written-type.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { namesIn } from '../facts/name-index.js';
import { nodesIn } from '../facts/node-index.js';

const answers = perProgram(() => new Map<string, boolean>());

/** Whether some code writes into objects that have such a member without its plain name: under a key, by `Object.assign`. */
export function isWrittenUnnamed(view: ProgramView, member: string): boolean {
  const known = answers(view).get(member);
  if (known !== undefined) return known;
  const answer = isWritten(view, member);
  answers(view).set(member, answer);
  return answer;
}

function isWritten(view: ProgramView, member: string): boolean {
  const { ts: tsc } = view;
  const name = tsc.escapeLeadingUnderscores(member);
  const hasMember = (node: ts.Expression): boolean => {
    const type = writtenType(view, node);
    if (type !== undefined && lacksMember(view, type, name)) return false;
    return view.checker.getTypeAtLocation(node).getProperty(member) !== undefined;
  };
  return view.files.some((file) => {
    if (growthSitesIn(tsc, file).some(({ key, container, kinds }) => key !== undefined && kinds.includes('object') && hasMember(container))) return true;
    const byText = nodesIn(tsc, file).assignments.some(({ left }) => tsc.isElementAccessExpression(left) && tsc.isStringLiteralLike(left.argumentExpression) && left.argumentExpression.text === member);
    if (byText) return true;
    return (namesIn(tsc, file).get('assign') ?? []).some(({ parent }) => {
      const [target] = tsc.isPropertyAccessExpression(parent) && tsc.isCallExpression(parent.parent) ? parent.parent.arguments : [];
      return target !== undefined && hasMember(target);
    });
  });
}
