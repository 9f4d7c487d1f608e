import { formatName, type BackupLock } from './backup';
import { fromBase64, toBase64 } from './base64';
import { AppError } from './errors';

/** OWASP Password Storage Cheat Sheet, 2023, for PBKDF2-HMAC-SHA-256. */
const iterations = 600_000;
/** A file may ask for so many at the most: more is no care, but an attempt to hold us up. */
const maxIterations = 10_000_000;
const nonceLength = 12;
const checkText = 'lapelpin';

/** Locks and opens the entries of one file. */
export interface Locksmith {
  readonly lock: BackupLock;
  /** A fresh nonce each time; the place in the file is part of what is sealed, so entries cannot change places. */
  seal(bytes: Uint8Array<ArrayBuffer>, place: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Null where the bytes are not what was sealed for this place. */
  open(bytes: Uint8Array<ArrayBuffer>, place: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** A new lock with a random salt. */
export async function createLock(passphrase: string): Promise<Locksmith> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await deriveKey(passphrase, salt, iterations);
  const check = await seal(key, new TextEncoder().encode(checkText), 'check');
  return toLocksmith(key, {
    kdf: 'PBKDF2-HMAC-SHA-256',
    iterations,
    salt: toBase64(salt),
    cipher: 'AES-256-GCM',
    check: toBase64(check),
  });
}

/** @throws AppError `wrong-passphrase`, `damaged-file` when the lock itself makes no sense */
export async function openLock(lock: BackupLock, passphrase: string): Promise<Locksmith> {
  if (lock.iterations > maxIterations) throw new AppError('damaged-file', `${lock.iterations} rounds`);
  const key = await deriveKey(passphrase, readBytes(lock.salt), lock.iterations);
  const check = await open(key, readBytes(lock.check), 'check');
  if (!check || new TextDecoder().decode(check) !== checkText) throw new AppError('wrong-passphrase');
  return toLocksmith(key, lock);
}

function toLocksmith(key: CryptoKey, lock: BackupLock): Locksmith {
  return {
    lock,
    seal: (bytes, place) => seal(key, bytes, place),
    open: (bytes, place) => open(key, bytes, place),
  };
}

/** The same letters may be written in two ways in Unicode, and keyboards differ: NFKC makes them one (as RFC 8265 has it for NFC). */
async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  const method = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(method, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

async function seal(
  key: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
  place: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: toData(place) },
    key,
    bytes,
  );
  const whole = new Uint8Array(nonceLength + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), nonceLength);
  return whole;
}

async function open(
  key: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
  place: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const method = { name: 'AES-GCM', iv: bytes.slice(0, nonceLength), additionalData: toData(place) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(method, key, bytes.subarray(nonceLength)));
  } catch {
    // What was changed does not open (that is what the tag is for); WebCrypto says no more than that.
    return null;
  }
}

function toData(place: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${formatName} ${place}`);
}

function readBytes(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(text);
  } catch {
    throw new AppError('damaged-file', 'lock');
  }
}
