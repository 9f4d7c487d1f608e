import { selectorOf } from '../surface';
import type { Webmail } from '../webmails/webmail';

/** A selector for the bodies of messages that are read in this window; empty where none can be. */
export function messageAreas(
  { message, messageFrames = [], messageHosts = [] }: Webmail,
  { frameElement, location }: Pick<Window, 'frameElement' | 'location'>,
): string {
  const isBody =
    messageHosts.includes(location.host) ||
    (messageFrames.length > 0 && frameElement?.matches(selectorOf(messageFrames)) === true);
  return isBody ? 'html' : selectorOf(message);
}
