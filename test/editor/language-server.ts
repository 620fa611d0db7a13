// A client of the ESLint language server, which VS Code and other editors run: opens and changes documents, asks for diagnostics and
// applies quick fixes, over the protocol.

import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ApplyWorkspaceEditRequest,
  type CodeAction,
  CodeActionRequest,
  type Command,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';

const program = createRequire(import.meta.url).resolve('vscode-langservers-extracted/bin/vscode-eslint-language-server');

interface OpenDocument {
  version: number;
  text: string;
}

/** One running server for one workspace folder. */
export class LanguageServer {
  readonly #documents = new Map<string, OpenDocument>();
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;

  private constructor(folder: string) {
    this.#folder = folder;
    // Under CI the parser takes every process for one that never sees an edit.
    const { CI: _, ...env } = process.env;
    const child = spawn(process.execPath, [program, '--stdio'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process = child;
    this.#connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.#connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.#settings()));
    this.#connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      this.#apply(edit);
      return { applied: true };
    });
    this.#connection.onRequest(RegistrationRequest.type, () => undefined);
    this.#connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
    this.#connection.listen();
  }

  /** Starts a server and waits until it is ready. */
  static async start(folder: string): Promise<LanguageServer> {
    const server = new LanguageServer(folder);
    const uri = pathToFileURL(folder).href;
    await server.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- clients must still send it beside what replaced it
      rootUri: uri,
      workspaceFolders: [{ uri, name: basename(folder) }],
      capabilities: {
        workspace: { configuration: true, applyEdit: true, workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
        textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
      },
    });
    await server.#connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  /** Opens a document, or puts a new text in the place of what is open, as a key in the editor does. */
  async write(name: string, text: string): Promise<void> {
    const uri = this.#uri(name);
    const known = this.#documents.get(uri);
    const version = (known?.version ?? 0) + 1;
    this.#documents.set(uri, { version, text });
    if (known === undefined) {
      await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'typescript', version, text } });
    } else {
      await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges: [{ text }] });
    }
  }

  /** What the editor underlines in an open document. */
  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report: DocumentDiagnosticReport = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: this.#uri(name) } });
    return report.kind === 'full' ? report.items : [];
  }

  /** Opens or changes a document and asks what is wrong with it. */
  async check(name: string, text: string): Promise<readonly Diagnostic[]> {
    await this.write(name, text);
    return this.diagnostics(name);
  }

  /** The quick fixes that the editor offers for a diagnostic. */
  async quickFixes(name: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const offered = await this.#connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.#uri(name) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], only: ['quickfix'] },
    });
    return (offered ?? []).filter((action: CodeAction | Command): action is CodeAction => typeof action.command !== 'string');
  }

  /** Chooses a quick fix; afterwards `text` is what the editor shows. */
  async choose({ command, edit }: CodeAction): Promise<void> {
    if (edit !== undefined) this.#apply(edit);
    if (command !== undefined) await this.#connection.sendRequest(ExecuteCommandRequest.type, { command: command.command, arguments: command.arguments ?? [] });
  }

  /** The text of an open document. */
  text(name: string): string {
    return this.#documents.get(this.#uri(name))?.text ?? '';
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    await ended;
    this.#connection.dispose();
  }

  #uri(name: string): string {
    return pathToFileURL(`${this.#folder}/${name}`).href;
  }

  #settings(): unknown {
    return {
      validate: 'on',
      run: 'onType',
      useESLintClass: true,
      useFlatConfig: true,
      experimental: {},
      options: {},
      rulesCustomizations: [],
      quiet: false,
      format: false,
      nodePath: null,
      onIgnoredFiles: 'off',
      problems: { shortenToSingleLine: false },
      codeAction: { disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' }, showDocumentation: { enable: true } },
      codeActionOnSave: { mode: 'all' },
      workspaceFolder: { uri: pathToFileURL(this.#folder).href, name: basename(this.#folder) },
    };
  }

  #apply({ changes, documentChanges }: WorkspaceEdit): void {
    const edited = Object.entries(changes ?? {});
    for (const change of documentChanges ?? []) if ('edits' in change) edited.push([change.textDocument.uri, change.edits.filter((edit) => 'newText' in edit)]);
    for (const [uri, edits] of edited) {
      const document = this.#documents.get(uri);
      if (document !== undefined) document.text = withEdits(document.text, edits);
    }
  }
}

/** A text after edits that speak of it as it was. */
function withEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number => lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((edited, { range, newText }) => edited.slice(0, offset(range.start)) + newText + edited.slice(offset(range.end)), text);
}
