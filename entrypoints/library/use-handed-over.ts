import { useEffect } from 'preact/hooks';
import { handedOver, type HandedOver } from '@/utils/settings';

/** Milliseconds after which nobody remembers what he pressed. */
const freshMs = 10 * 60_000;

/** Takes what a context menu handed to this view, once; also while the view is open. */
export function useHandedOver(view: HandedOver['view'], onText: (text: string) => void): void {
  useEffect(() => {
    const take = async (item: HandedOver | null) => {
      if (item?.view !== view) return;
      await handedOver.removeValue();
      if (Date.now() - Date.parse(item.at) < freshMs) onText(item.text);
    };
    void handedOver.getValue().then(take);
    return handedOver.watch((item) => void take(item));
  }, []);
}
