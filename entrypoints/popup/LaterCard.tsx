import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { BadgeViewProps } from './BadgeView';

/** The workshop of the share image. Its code comes when somebody opens it: lists of badges do without. */
export function LaterCard(props: BadgeViewProps) {
  const [loaded, setLoaded] = useState<{ readonly View: ComponentType<BadgeViewProps> } | null>(null);
  useEffect(() => {
    void import('./CardView').then(({ CardView }) => setLoaded({ View: CardView }));
  }, []);
  return loaded && <loaded.View {...props} />;
}
