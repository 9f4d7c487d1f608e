import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Answer, Site, WorldRequest } from './answer.ts';
import { makeCertificate } from './certificate.ts';

/** Where a host's requests go: a site of ours, or the port of a real program on this machine. */
export type HostTable = Readonly<Record<string, Site | { readonly port: number }>>;

/**
 * One HTTPS server that stands in for many hosts, routing by the Host header, and a CONNECT proxy that leads whatever
 * is asked for to it (Firefox goes through that; nothing can leave the machine). Unknown hosts answer 404.
 */
export async function startServer(hosts: HostTable) {
  const certificate = await makeCertificate(Object.keys(hosts));
  const log: WorldRequest[] = [];
  const state = { isDown: false };
  const server = https.createServer(certificate, (request, response) => {
    if (state.isDown) return void request.socket.destroy();
    void respond(hosts, log, request, response).catch((cause: unknown) => {
      response.writeHead(500).end(String(cause));
    });
  });
  const port = await listen(server);
  const proxy = startProxy(port);
  const proxyPort = await listen(proxy.server);
  return {
    port,
    proxyPort,
    spki: certificate.spki,
    /** Every request so far, in order. */
    log,
    /** Pulls the plug: every connection breaks until it is set back. */
    setDown: (isDown: boolean) => void (state.isDown = isDown),
    async close() {
      proxy.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function respond(
  hosts: HostTable,
  log: WorldRequest[],
  incoming: http.IncomingMessage,
  response: http.ServerResponse,
) {
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
  const site = hosts[host];
  if (site && typeof site !== 'function') return passOn(site.port, incoming, response);
  const request = await read(incoming, host);
  log.push(request);
  const answer = (await site?.(request)) ?? { status: 404, body: 'not found' };
  if (answer.fault === 'drop') return void incoming.socket.destroy();
  if (answer.fault === 'hang') return;
  if (answer.delay) await new Promise((done) => setTimeout(done, answer.delay));
  request.sent = send(response, answer);
}

async function read(incoming: http.IncomingMessage, host: string): Promise<WorldRequest> {
  const at = Date.now();
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    at,
    method: incoming.method ?? 'GET',
    host,
    url: new URL(incoming.url ?? '/', `https://${host || 'unknown.invalid'}`),
    headers: incoming.headers as Record<string, string | undefined>,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** Returns how many bytes the body had. */
function send(response: http.ServerResponse, { status = 200, headers = {}, body }: Answer): number {
  response.writeHead(status, { 'cache-control': 'no-store', ...headers });
  response.end(body);
  return Buffer.byteLength(body);
}

/** Hands the request to a real program, as a reverse proxy would. */
function passOn(port: number, incoming: http.IncomingMessage, response: http.ServerResponse): void {
  const headers = { ...incoming.headers, 'x-forwarded-proto': 'https' };
  const options = { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers };
  const upstream = http.request(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.on('error', () => response.destroy());
  incoming.pipe(upstream);
}

function startProxy(port: number) {
  const server = http.createServer((_, response) => response.writeHead(502).end());
  const sockets = new Set<net.Socket>();
  server.on('connect', (_, socket: net.Socket, head: Buffer) => {
    const upstream = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      if (head.length > 0) upstream.write(head);
      socket.pipe(upstream).pipe(socket);
    });
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      upstream.destroy();
    });
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
  });
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { server, close };
}

async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
