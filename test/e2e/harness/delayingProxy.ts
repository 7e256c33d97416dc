/** A connection as to a far server: everything takes some milliseconds more, half of them each way; it can be held altogether. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface DelayingProxy {
  readonly origin: string;
  /** Milliseconds; at first 0. */
  delay: number;
  /** Nothing arrives on either side until `release`. */
  hold(): void;
  release(): void;
  stop(): Promise<void>;
}

/** `origin`: `http://host:port` of the server behind it. */
export async function delayingProxy(origin: string): Promise<DelayingProxy> {
  const { hostname, port } = new URL(origin);
  const sockets = new Set<Socket>();
  /** What arrived while the connection was held, in order. */
  const held: (() => void)[] = [];
  let holding = false;

  const pass = (from: Socket, to: Socket): void => {
    const later = (deliver: () => void): void => {
      setTimeout(() => (holding ? held.push(deliver) : deliver()), proxy.delay / 2);
    };
    from.on('data', (chunk) => later(() => void (to.destroyed || to.write(chunk))));
    from.on('end', () => later(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => sockets.delete(from));
    sockets.add(from);
  };
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    pass(client, upstream);
    pass(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: DelayingProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    delay: 0,
    hold: () => (holding = true),
    release: () => {
      holding = false;
      held.splice(0).forEach((deliver) => deliver());
    },
    stop: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
