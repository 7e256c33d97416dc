/** The browser's extension host: a package that only it can load, and what its workers do. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page, Worker } from 'playwright-core';

/** The package without `main`: Node's host has no entry to run, so that the browser's host runs the extension. */
export function packageForBrowser(vsix: string): string {
  const files = unzipSync(readFileSync(vsix));
  const name = 'extension/package.json';
  const manifest = JSON.parse(strFromU8(files[name]!)) as Record<string, unknown>;
  delete manifest['main'];
  const path = join(mkdtempSync(join(tmpdir(), 'layer-lens-web-')), 'web.vsix');
  writeFileSync(path, zipSync({ ...files, [name]: strToU8(JSON.stringify(manifest)) }));
  return path;
}

export interface WatchedWorkers {
  /** Types of the replies that workers of the extension have sent to the host; `instantiated`: one has WebAssembly running. */
  replies(): Promise<readonly string[]>;
  /** Workers that the extension has ended. */
  ended(): Promise<number>;
  /** Whether a worker of the host may compile WebAssembly with SIMD. */
  compilesSimd(): Promise<boolean>;
}

interface HostScope {
  Worker: new (url: string) => EventTarget & { postMessage(value: unknown): void; terminate(): void };
  replies: string[];
  ended: number;
}

/** Call before the extension starts its first worker; called again, it begins a new record. */
export async function watchWorkers(page: Page): Promise<WatchedWorkers> {
  const host = await hostOf(page);
  await host.evaluate(() => {
    const scope = globalThis as unknown as HostScope;
    const isWatched = Array.isArray(scope.replies);
    scope.replies = [];
    scope.ended = 0;
    if (isWatched) return;
    // Runs in the worker, before the extension. A module that is instantiated is reported. The evaluation of endless.py does not
    // return from its second look at the clock, however fast the machine is.
    const report = `addEventListener('message', ({ data }) => {
        if (data.source?.name !== 'endless.py') return;
        const { now } = Date;
        let looks = 0;
        Date.now = () => {
          while (looks++ > 0);
          return now();
        };
      });
      const { Instance } = WebAssembly;
      WebAssembly.Instance = class extends Instance {
        constructor(...given) {
          super(...given);
          postMessage({ type: 'instantiated' });
        }
      };`;
    scope.Worker = class extends scope.Worker {
      constructor(url: string) {
        const script = [`${report}\nimportScripts(${JSON.stringify(url)});`];
        super(URL.createObjectURL(new Blob(script, { type: 'text/javascript' })));
        this.addEventListener('message', (event) => {
          const { data } = event as MessageEvent<{ type?: string } | undefined>;
          if (data?.type) scope.replies.push(data.type);
          if (data?.type === 'instantiated') event.stopImmediatePropagation();
        });
        // The host's own constructor returns another object: a method of this class would not be called.
        const end = this.terminate.bind(this);
        this.terminate = () => {
          scope.ended++;
          end();
        };
      }
    };
  });
  return {
    replies: () => host.evaluate(() => (globalThis as unknown as HostScope).replies),
    ended: () => host.evaluate(() => (globalThis as unknown as HostScope).ended),
    compilesSimd: () =>
      host.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            // (func (result v128) (i32x4.splat (i32.const 0)))
            const simd = '0,97,115,109,1,0,0,0,1,5,1,96,0,1,123,3,2,1,0,10,8,1,6,0,65,0,253,17,11';
            const script = `postMessage(new WebAssembly.Module(Uint8Array.of(${simd})) instanceof WebAssembly.Module)`;
            const worker = new globalThis.Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
            worker.onmessage = ({ data }) => resolve(data === true);
            worker.onerror = () => resolve(false);
          }),
      ),
  };
}

/** Found by its name: its address is that of a blob. */
async function hostOf(page: Page): Promise<Worker> {
  for (const worker of page.workers()) {
    if ((await worker.evaluate(() => (globalThis as unknown as { name: string }).name)).includes('ExtensionHostWorker'))
      return worker;
  }
  const addresses = page.workers().map((worker) => worker.url());
  throw new Error(`no extension host among the workers ${addresses.join(', ')}`);
}
