/** Commands that the test-only extension begins, as a key does, and what it prepares for them: no palette is opened. */
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Workspace } from './workspace';

export interface CommandRequest {
  readonly command?: string;
  /** What is open and selected afterwards; `opened`: all editors are closed before. */
  readonly prepare?: {
    readonly file?: string;
    /** Line, column, line, column of each, from 0. */
    readonly selections?: readonly (readonly [number, number, number, number])[];
    readonly opened: boolean;
  };
}

/** A function whose result is the error of the command before, in a window with that extension. */
export async function commandsOf(
  workspace: Workspace,
): Promise<(request: CommandRequest) => Promise<string | undefined>> {
  const file = workspace.path('.vscode/commands-port');
  const port = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  // The file is there before it has its content.
  await expect.poll(port, { timeout: 60_000 }).toMatch(/^\d+$/);
  const address = `http://127.0.0.1:${port()}`;
  return async (request) => {
    const reply = await fetch(address, { method: 'POST', body: JSON.stringify(request) });
    return ((await reply.json()) as { readonly error?: string }).error;
  };
}
