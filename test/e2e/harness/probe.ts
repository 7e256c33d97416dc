/** The test-only extension that records how long the extension host is not free. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Workspace } from './workspace';

export interface HostRecord {
  readonly ticks: number;
  /** Milliseconds of each pause above 40. */
  readonly pauses: readonly number[];
  /** Bytes of the host's process at the last record, and the most so far. */
  readonly memory: number;
  readonly most: number;
  /** What of it is the host's own heap and buffers; the rest is the program and the heaps of its workers. */
  readonly parts: { readonly heapTotal: number; readonly external: number };
  /** Bytes that were still referred to after the last collection that was asked for. */
  readonly used: number;
}

/** Waits until the probe runs, in a window with the extension that only tests have. */
export async function probeRuns(workspace: Workspace): Promise<void> {
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

/** Bytes that the host still refers to, after a collection. */
export async function usedByHost(workspace: Workspace): Promise<number> {
  const request = workspace.path('.vscode/collect');
  writeFileSync(request, '');
  await expect.poll(() => existsSync(request), { timeout: 60_000 }).toBe(false);
  const { ticks } = hostRecord(workspace);
  await expect.poll(() => hostRecord(workspace).ticks, { timeout: 60_000 }).toBeGreaterThan(ticks);
  return hostRecord(workspace).used;
}
