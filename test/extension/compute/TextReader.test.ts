/** Texts on a real worker thread: long ones, endless evaluations, cancellation, and what the host does meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { extensionBundle } from '../../../scripts/lib/extensionBundle.mjs';
import { launchNodeWorker } from '../../../extension/compute/launchNodeWorker';
import type { ComputeWorker } from '../../../extension/session/compute/ComputeWorker';
import { CancelledError, type CancelToken } from '../../../extension/session/compute/LayerComputer';
import { TextReader, type ShowReading } from '../../../extension/session/compute/TextReader';
import type { TextSource } from '../../../extension/session/source/LensSource';
import { readSource } from '../../../extension/session/source/readSource';

const folder = mkdtempSync(join(tmpdir(), 'layer-lens-reader-'));
const bundle = join(folder, 'extension.cjs');

beforeAll(async () => {
  await build({ ...extensionBundle, outfile: bundle });
});
afterAll(() => rmSync(folder, { recursive: true }));

const launched: ComputeWorker[] = [];
const readers: TextReader[] = [];
afterEach(() => {
  readers.splice(0).forEach((reader) => reader.dispose());
  launched.length = 0;
});

function reader(): TextReader {
  const made = new TextReader(async () => {
    const worker = await launchNodeWorker(bundle);
    if (worker) launched.push(worker);
    return worker;
  });
  readers.push(made);
  return made;
}

function python(text: string): TextSource {
  return { kind: 'text', name: 'a.py', languageId: 'python', segments: [{ offset: 0, text }] };
}

/** 40,000 products of matrices: seconds of work. */
const slow = python(
  'import numpy as np\nx = np.ones((2, 2))\nfor i in range(90000):\n    x = np.sort(x + np.ones((2, 2)), axis=0)\n',
);

test('a short text is read in place', async () => {
  const source = python('X = [[1, 2], [3, 4]]\n');
  const { arrays } = await reader().read(source);
  expect(arrays.map(({ name, array }) => [name, array.shape])).toEqual([['X', [2, 2]]]);
  expect(launched).toEqual([]);
});

test('a long text is read on a worker, with the places of its numbers, and remembered', async () => {
  const source = python(`X = [${'[1, 2, 3],\n'.repeat(5000)}]\n`);
  const parsed = await reader().read(source);
  expect(launched).toHaveLength(1);
  expect(parsed.arrays.map(({ array }) => array.shape)).toEqual([[5000, 3]]);
  expect([...parsed.arrays[0]!.ranges!.slice(0, 4)]).toEqual([6, 7, 9, 10]);
  expect(readSource(source)).toBe(parsed);
});

test('a short text with one long operation is read on a worker from the start', async () => {
  const { arrays } = await reader().read(python('import numpy as np\nx = np.random.RandomState(1).randn(512, 1024)\n'));
  expect(launched).toHaveLength(1);
  expect(arrays.map(({ array }) => array.shape)).toEqual([[512, 1024]]);
});

test('an array of the text that a call uses is one array after the way between threads', async () => {
  const code = 'import torch.nn.functional as F\nx = torch.ones(1, 1, 4, 4)\ny = F.max_pool2d(x, 2)\n';
  const { arrays, calls } = await reader().read(python(`${'# comment\n'.repeat(3000)}${code}`));
  const alone = readSource(python(code));
  expect(launched).toHaveLength(1);
  const shared = ({ arrays, calls }: Pick<typeof alone, 'arrays' | 'calls'>) =>
    calls.map((call) => arrays.map(({ array }) => Object.values(call.arrays).some(({ data }) => data === array.data)));
  expect(shared({ arrays, calls })).toEqual(shared(alone));
  expect(calls.map(({ operation }) => operation)).toEqual(['pool_forward']);
});

test('a short text whose evaluation lasts goes to a worker, which leaves the host free; the worker is used again', async () => {
  const shown: string[] = [];
  const show: ShowReading = (work) => {
    shown.push('shown');
    return work();
  };
  const own = reader();
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const parsed = await own.read(slow, show);
  clearInterval(timer);
  expect(shown).toEqual(['shown']);
  expect(turns).toBeGreaterThan(5);
  expect(parsed.arrays.map(({ name }) => name)).toEqual(['x']);
  await own.read(python(`${'# comment\n'.repeat(3000)}Y = [[1, 2]]\n`));
  expect(launched).toHaveLength(1);
});

function cancellable(): { readonly token: CancelToken; readonly cancel: () => void } {
  let cancel = (): void => undefined;
  const token: CancelToken = {
    isCancellationRequested: false,
    onCancellationRequested: (listener) => {
      cancel = listener;
      return { dispose: () => undefined };
    },
  };
  return { token, cancel: () => cancel() };
}

test('a cancelled reading ends its worker at once', async () => {
  const { token, cancel } = cancellable();
  const reading = reader().read(python(`${slow.segments[0]!.text}y = x\n`), (work) => work(token));
  setTimeout(cancel, 50);
  await expect(reading).rejects.toThrow(CancelledError);
  await expect.poll(() => launched.map(({ alive }) => alive)).toEqual([false]);
});

describe('equal texts', () => {
  const equal = (): TextSource => ({
    ...slow,
    segments: slow.segments.map((each) => ({ ...each })),
    uri: 'file:///x.py',
  });

  test('are read once, also by one that asks later', async () => {
    const own = reader();
    const [first, second] = await Promise.all([own.read(equal()), own.read(equal())]);
    expect(second).toBe(first);
    const third = equal();
    expect(await own.read(third)).toBe(first);
    expect(readSource(third)).toBe(first);
    expect(launched).toHaveLength(1);
  });

  test('one of which is cancelled: the other is read', async () => {
    const own = reader();
    const tokens = [cancellable(), cancellable(), cancellable()];
    const [first, second, third] = tokens.map(({ token }) => own.read(equal(), (work) => work(token)));
    await expect.poll(() => launched.length).toBe(1);
    tokens[2]!.cancel();
    await expect(third).rejects.toThrow(CancelledError);
    tokens[0]!.cancel();
    await expect(first).rejects.toThrow(CancelledError);
    expect((await second)!.arrays.map(({ name }) => name)).toEqual(['x']);
    expect(launched).toHaveLength(2);
  });
});

test('a reading that began for the status bar ends when a command that waits for it is cancelled', async () => {
  const own = reader();
  const background = own.read({ ...slow });
  await expect.poll(() => launched.length).toBe(1);
  const { token, cancel } = cancellable();
  const command = own.read({ ...slow }, (work) => work(token));
  await new Promise((resolve) => setTimeout(resolve, 60));
  cancel();
  await expect(command).rejects.toThrow(CancelledError);
  await expect(background).rejects.toThrow(CancelledError);
  await expect.poll(() => launched.map(({ alive }) => alive)).toEqual([false]);
});

test('a host without workers reads in place', async () => {
  const own = new TextReader(() => Promise.resolve(undefined));
  const { arrays } = await own.read(python(`${'# comment\n'.repeat(3000)}Y = [[1, 2]]\n`));
  expect(arrays.map(({ name }) => name)).toEqual(['Y']);
});
