/** The test-only extension that records how long the extension host is not free. */
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { withExtension } from './withExtension';
import type { Workbench } from './Workbench';
import type { Workspace } from './workspace';

export interface HostRecord {
  readonly ticks: number;
  /** Milliseconds of each pause above 40. */
  readonly pauses: readonly number[];
}

/** Loads the workbench again with the probe, and waits until it runs. */
export async function withProbe(workbench: Workbench, workspace: Workspace, file: string): Promise<void> {
  await withExtension(workbench, workspace, file, 'probe-extension');
  await expect.poll(() => existsSync(workspace.path('.vscode/probe.json')), { timeout: 60_000 }).toBe(true);
}

export function hostRecord(workspace: Workspace): HostRecord {
  return JSON.parse(readFileSync(workspace.path('.vscode/probe.json'), 'utf8')) as HostRecord;
}

/** The pauses of the host during `work`, in milliseconds; printed where the work fails. */
export async function pausesDuring(workspace: Workspace, work: () => Promise<void>): Promise<readonly number[]> {
  const { pauses } = hostRecord(workspace);
  try {
    await work();
  } catch (error) {
    console.log(`pauses of the host: ${hostRecord(workspace).pauses.slice(pauses.length).join(', ') || 'none'}`);
    throw error;
  }
  const { ticks } = hostRecord(workspace);
  await expect.poll(() => hostRecord(workspace).ticks, { timeout: 60_000 }).toBeGreaterThan(ticks);
  return hostRecord(workspace).pauses.slice(pauses.length);
}
