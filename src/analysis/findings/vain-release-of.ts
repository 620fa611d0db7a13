import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import type { GrowthSite } from '../facts/growth-site.js';

import { blockedRelease } from './blocked-release.js';
import { otherKeyOf } from './other-key.js';
import { leftBehind } from './left-behind.js';
import type { VainRelease } from './vain-release.js';

/** Why a removal takes back nothing that a growth adds; undefined when it may. */
export function vainRelease(view: ProgramView, growth: GrowthSite, removal: ts.Node): VainRelease | undefined {
  return otherKeyOf(view, growth, removal) ?? blockedRelease(view, growth, removal) ?? leftBehind(view, removal);
}
