/**
 * Whether code the checker cannot see into may call a method. Computes it from member names written on values of
 * unknown type. A coarse answer, used only to doubt, never to accuse.
 */
import { declarationsAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { fixedName, type Frame } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';

const untypedMemberNames = memoPerProgram<string, boolean>(
  () => false,
  (view, name) => {
    const { ts: tsc } = view;
    return view.files.some((file) =>
      (namesIn(tsc, file).get(name) ?? []).some((id) => tsc.isPropertyAccessExpression(id.parent) && id.parent.name === id && declarationsAt(view, id).length === 0),
    );
  },
);

/** Whether some member access of unknown type has the frame's name. */
export function mayBeCalledUntyped(view: ProgramView, frame: Frame): boolean {
  if (view.ts.isSourceFile(frame)) return false;
  const name = fixedName(view.ts, view.ts.getNameOfDeclaration(frame));
  return name !== undefined && untypedMemberNames(view, name);
}
