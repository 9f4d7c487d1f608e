const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|(\d{2})(\d{2}))?(?:[Tt ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?)?\s*([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * A moment in the shapes that occur: ISO 8601 with or without zone (then UTC), a day alone, `+0500`, fractions of any
 * length, unix seconds or milliseconds as number or digits. Null when it is none of them, and for days that no calendar
 * has: `Date` would turn 30 February into 1 March (Open Badges 2.0, "DateTime"; 0.5 and 1.x allowed the others).
 */
export function parseMoment(value: string | number): Date | null {
  const text = String(value)
    .trim()
    .replace(/\[[^\]]*\]$/, '')
    .replace('\u2212', '-');
  // Four digits are a year and eight a day; seconds have had nine since 1973.
  if (/^-?\d{9,20}(?:\.\d+)?$/.test(text)) return fromNumber(Number(text));
  const parts = text.length <= 64 ? shape.exec(text) : null;
  if (!parts) return null;
  const [, year = '', month, day, basicMonth, basicDay, hour, minute, second, fraction, zone] = parts;
  const days = [year, month ?? basicMonth ?? '01', day ?? basicDay ?? '01'].map(Number);
  const times = [hour ?? 0, minute ?? 0, second ?? 0].map(Number);
  const at = calendarDay(days);
  if (!at || !isTime(times)) return null;
  const [hours = 0, minutes = 0, seconds = 0] = times;
  const milliseconds = Number(`0.${fraction ?? 0}`) * 1000;
  const offset = zoneMinutes(zone);
  if (offset === null) return null;
  return new Date(at + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000 + Math.floor(milliseconds));
}

/** True when the text says a day or a local time and not where on earth: it may then be up to 14 hours earlier. */
export function isWithoutZone(value: string | number): boolean {
  const parts = shape.exec(String(value).trim());
  return parts !== null && parts[10] === undefined;
}

function calendarDay([year = 0, month = 0, day = 0]: readonly number[]): number | null {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() : null;
}

/** 24:00 ends a day, and a leap second is the sixtieth. */
function isTime([hour = 0, minute = 0, second = 0]: readonly number[]): boolean {
  if (hour === 24) return minute === 0 && second === 0;
  return hour < 24 && minute < 60 && second <= 60;
}

function zoneMinutes(zone: string | undefined): number | null {
  if (!zone || /^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Seconds, or by its size milli- or microseconds. */
function fromNumber(value: number): Date | null {
  const size = Math.abs(value);
  const at = new Date(size > 1e14 ? value / 1000 : size > 1e11 ? value : value * 1000);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Milliseconds: clocks of issuers run ahead of ours, and the anchors allow the same five minutes. */
const clockSkew = 5 * 60_000;

/** True for a moment that has not come, whichever of the two clocks is wrong. */
export function isToCome(at: Date, now: Date, tolerance = 0): boolean {
  return at.getTime() > now.getTime() + clockSkew + tolerance;
}
