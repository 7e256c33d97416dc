/** Gives memory back at once: a collection of garbage waits for tens of megabytes of it in each thread. */

/** ES2022 does not declare it; where it is missing, the buffer waits for the collection. */
interface Channels {
  readonly MessageChannel?: new () => { readonly port1: Port };
}

interface Port {
  postMessage(value: unknown, transfer: readonly ArrayBuffer[]): void;
  close(): void;
}

let closed: Port | undefined;

/** The buffer has no bytes afterwards: what is moved to a closed port is dropped. */
export function freeBuffer(buffer: ArrayBuffer): void {
  if (buffer.byteLength > 0) closedPort()?.postMessage(undefined, [buffer]);
}

function closedPort(): Port | undefined {
  const { MessageChannel } = globalThis as unknown as Channels;
  if (closed || !MessageChannel) return closed;
  closed = new MessageChannel().port1;
  closed.close();
  return closed;
}
