/** The extension's file as the worker of a browser's host: without `require`, `module` and VS Code. */
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { afterEach, expect, test, vi } from 'vitest';
import { launchWebWorker } from '../../../extension/compute/launchWebWorker';
import type { WorkerReply, WorkerRequest } from '../../../extension/session/compute/WorkerRequest';
import { extensionBundle } from '../../../scripts/lib/extensionBundle.mjs';
import { randomArray } from '../../core/layer/problems';

/** Runs the script of a blob in a global scope that has what a browser's worker has and nothing of Node. */
class BrowserWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  private readonly scope: { onmessage?: (event: { data: unknown }) => void };

  constructor(script: string) {
    const postMessage = (data: unknown) => this.onmessage?.({ data });
    this.scope = createContext({
      postMessage,
      TextDecoder,
      TextEncoder,
      WebAssembly,
      atob,
      btoa,
      performance,
      setTimeout,
    });
    runInContext(script, this.scope);
  }

  postMessage(data: unknown): void {
    this.scope.onmessage?.({ data });
  }

  terminate(): void {
    this.onmessage = null;
  }
}

class JoinedBlob {
  readonly text: string;
  constructor(parts: readonly (string | Uint8Array)[]) {
    this.text = parts.map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part))).join('');
  }
}

afterEach(() => vi.unstubAllGlobals());

test('it answers requests for layers and for texts', async () => {
  const { outputFiles } = await build({ ...extensionBundle, outfile: 'extension.js', write: false });
  vi.stubGlobal('Worker', BrowserWorker);
  vi.stubGlobal('Blob', JoinedBlob);
  vi.stubGlobal('URL', { createObjectURL: ({ text }: JoinedBlob) => text, revokeObjectURL: () => undefined });
  const worker = launchWebWorker(outputFiles[0]!.contents)!;
  const replies: WorkerReply[] = [];
  worker.listen({
    reply: (reply) => replies.push(reply),
    failed: (reason) => {
      throw new Error(reason);
    },
  });
  const [x, w] = [randomArray([1, 4, 4, 2], 1), randomArray([3, 3, 2, 2], 2)];
  const layer: WorkerRequest = { kind: 'conv2d', x, w, options: {} };
  worker.send(layer, []);
  worker.send({ kind: 'checkCode', source: 'def relu(x):\n    return x' }, []);
  const types = replies.map(({ type }) => type);
  expect(types.filter((type) => type !== 'progress')).toEqual(['result', 'checked']);
});
