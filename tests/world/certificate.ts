import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A throw-away certificate for the hosts of the world, and what Chromium needs to take it. */
export async function makeCertificate(hosts: readonly string[]) {
  const altNames = hosts.map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: 'commonName', value: 'LapelPin test world' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  const spki = createHash('sha256').update(publicKey).digest('base64');
  return { key: made.private, cert: made.cert, spki };
}
