import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { Project, ts } from 'ts-morph';
import type typescript from 'typescript';

import { asCompiler, type Compiler } from '../../typescript/compiler.js';

import type { ProjectPlan } from './find-projects.js';
import { moduleResolution } from './module-resolution.js';
import { tellFormats } from './tell-formats.js';

/** A program and the compiler that made it. */
export interface LoadedProgram {
  readonly ts: Compiler;
  readonly program: typescript.Program;
}

/** What a program without a config is read with: the newest of everything, and what `node` would find. */
const withoutConfig: ts.CompilerOptions = {
  allowJs: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  jsx: ts.JsxEmit.Preserve,
  strict: true,
};

function typeRootsAbove(folder: string): string[] {
  const roots: string[] = [];
  for (let current = folder; ; current = posix.dirname(current)) {
    const root = posix.join(current, 'node_modules/@types');
    if (existsSync(root)) roots.push(root);
    if (posix.dirname(current) === current) return roots;
  }
}

/** Configs written for a TypeScript before 6 leave `types` out and mean all that are installed. */
function optionsOf({ config, folder }: ProjectPlan): ts.CompilerOptions {
  const { types = ['*'], typeRoots = typeRootsAbove(folder), ...options } = config?.parsed.options ?? withoutConfig;
  return { ...options, types, typeRoots, noEmit: true, skipLibCheck: true };
}

/** Makes the program of a project with the compiler that ts-morph brings. */
export function loadProgram(plan: ProjectPlan): LoadedProgram {
  const project = new Project({
    compilerOptions: optionsOf(plan),
    skipAddingFilesFromTsConfig: true,
    resolutionHost: moduleResolution(plan.folder, plan.references),
  });
  for (const file of plan.fileNames) project.addSourceFileAtPathIfExists(file);
  const { compilerObject } = project.getProgram();
  tellFormats(compilerObject, plan.folder);
  // Tests are told by their place below the project, not below the shell's folder.
  const program: unknown = { ...compilerObject, getCurrentDirectory: () => plan.folder };
  // The two packages declare one compiler twice.
  return { ts: asCompiler(ts), program: program as typescript.Program };
}
