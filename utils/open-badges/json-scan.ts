/** What was seen of a JSON text without building it. */
export interface JsonScan {
  /** Why the text must not be parsed; null when nothing speaks against it. Says nothing about its grammar. */
  readonly refusal: string | null;
  readonly duplicateKeys: readonly string[];
}

interface Limits {
  readonly depth: number;
  readonly nodes: number;
}

interface State {
  /** One entry for each open bracket: the names seen so far, or null in an array. */
  readonly open: (Set<string> | null)[];
  readonly duplicates: Set<string>;
  nodes: number;
  refusal: string | null;
}

const quote = 0x22;
const backslash = 0x5c;

/** One pass over brackets and strings, in time and memory bound to the limits. */
export function scanJson(text: string, limits: Limits): JsonScan {
  const state: State = { open: [], duplicates: new Set(), nodes: 0, refusal: null };
  for (let at = 0; at < text.length && !state.refusal; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = passString(text, at, state);
    else if (code === 0x7b || code === 0x5b) openBracket(code === 0x7b, state, limits);
    else if (code === 0x7d || code === 0x5d) state.open.pop();
    // Each value but the first of its list or object comes after a comma.
    else if (code === 0x2c) countNode(state, limits);
  }
  return { refusal: state.refusal, duplicateKeys: [...state.duplicates] };
}

function openBracket(isObject: boolean, state: State, limits: Limits): void {
  state.open.push(isObject ? new Set() : null);
  countNode(state, limits);
  if (state.open.length > limits.depth) state.refusal = `nested deeper than ${limits.depth}`;
}

function countNode(state: State, limits: Limits): void {
  state.nodes += 1;
  if (state.nodes > limits.nodes) state.refusal = `more than ${limits.nodes} values`;
}

/** Where the string that begins here ends. A string before a colon, inside an object, is a name. */
function passString(text: string, start: number, state: State): number {
  const end = endOfString(text, start);
  const names = state.open.at(-1);
  if (names && isFollowedByColon(text, end + 1)) addName(nameOf(text.slice(start, end + 1)), names, state);
  return end;
}

function addName(name: string, names: Set<string>, state: State): void {
  if (name === '__proto__') state.refusal = 'a member is called __proto__';
  if (names.has(name) && state.duplicates.size < 5) state.duplicates.add(name.slice(0, 40));
  names.add(name);
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

/** An odd number of backslashes before it. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === backslash) first -= 1;
  return (at - first) % 2 === 1;
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  // The white space of RFC 8259 and nothing else.
  while ([0x20, 0x09, 0x0a, 0x0d].includes(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === 0x3a;
}

/** `"\u005f_proto__"` is the same name as `"__proto__"`. */
function nameOf(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}
