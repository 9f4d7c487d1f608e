import { CircleAlert, Info, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

const icons = { plain: Info, warn: TriangleAlert, error: CircleAlert } as const;

interface NoticeProps {
  readonly tone?: keyof typeof icons;
  readonly children: ComponentChildren;
}

/** Something to say in the flow of a view: an icon, words, perhaps buttons. */
export function Notice({ tone = 'plain', children }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div class={`notice ${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon size={16} />
      <div>{children}</div>
    </div>
  );
}
