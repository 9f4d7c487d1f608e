import { dropCollection, keepCollection } from '@/utils/library-collections';
import type { HandlersOf } from '@/utils/messages';
import type { CollectionMessages } from '@/utils/messages-collections';
import { requireConsent } from './require';

/** Sets of badges. */
export const collectionHandlers: HandlersOf<CollectionMessages> = {
  async keepCollection({ collection }) {
    await requireConsent();
    await keepCollection(collection, new Date());
    return null;
  },
  async dropCollection({ id }) {
    await dropCollection(id);
    return null;
  },
};
