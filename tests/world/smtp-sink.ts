import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as its reader gets it. */
export interface SentMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface SmtpSink {
  readonly port: number;
  /** Every mail so far, in order, parsed anew: what counts is what went over the wire. */
  mails(): Promise<SentMail[]>;
  stop(): Promise<void>;
}

/** A mail server that takes everything and delivers nothing. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const raw: Buffer[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', done);
      stream.on('end', () => {
        raw.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  const { port } = smtp.server.address() as AddressInfo;
  return {
    port,
    mails: () => Promise.all(raw.map(parse)),
    stop: () => new Promise((done) => smtp.close(done)),
  };
}

async function parse(mail: Buffer): Promise<SentMail> {
  const { subject = '', html = '', text = '' } = await PostalMime.parse(mail);
  return { subject, html, text };
}
