import * as v from 'valibot';
import { fromBase64 } from './base64';
import { safeUrl, type WebUrl } from './html';

/* The single fields of which a backup's rows are made. */
export const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
export const short = text(2_000);
export const long = text(200_000);
export const id = v.pipe(v.string(), v.minLength(3), v.maxLength(1_000));
export const moment = v.pipe(v.string(), v.isoTimestamp());
/** As sources print it: a day, or less of it. */
export const day = v.pipe(v.string(), v.regex(/^[\d-]{0,10}$/));
export const url = v.pipe(
  v.string(),
  v.maxLength(8_000),
  v.check((address) => safeUrl(address) !== null),
  v.transform((address) => safeUrl(address) as WebUrl),
);
export const list = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(5_000));
const isBase64 = (value: string) => value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
export const base64 = v.pipe(v.string(), v.check(isBase64));
export const bytes = v.pipe(
  base64,
  v.transform((value) => fromBase64(value).buffer),
);
