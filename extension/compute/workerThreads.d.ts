/** The little of Node's worker_threads that is used; the extension's own types are those that both hosts have. */
declare module 'node:worker_threads' {
  export class Worker {
    constructor(path: string, options: { readonly resourceLimits: { readonly maxYoungGenerationSizeMb: number } });
    postMessage(value: unknown, transfer?: readonly ArrayBuffer[]): void;
    on(event: 'message', listener: (value: unknown) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'exit', listener: (code: number) => void): this;
    terminate(): Promise<number>;
  }
}
