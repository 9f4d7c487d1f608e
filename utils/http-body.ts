import { AppError } from './errors';

/** The same response with its body read whole. A fresh one, so that nobody can read past the cap. */
export async function withCappedBody(response: Response, maxBytes: number): Promise<Response> {
  const { status, statusText, headers } = response;
  const hasBody = ![204, 205, 304].includes(status);
  const bytes = await readCapped(response, maxBytes);
  return new Response(hasBody ? bytes : null, { status, statusText, headers });
}

async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new AppError('too-large', `more than ${maxBytes} bytes`);
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
