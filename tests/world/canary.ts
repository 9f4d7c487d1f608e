import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** A door on this machine that nobody may knock at: it counts connections, whatever they want. */
export async function startCanary() {
  let knocks = 0;
  const server = net.createServer((socket) => {
    knocks += 1;
    socket.on('error', () => {});
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    knocks: () => knocks,
    close: () => new Promise((done) => server.close(done)),
  };
}
