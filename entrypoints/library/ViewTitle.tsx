import type { ComponentChildren } from 'preact';

/** The heading of a view; takes the focus when the view changes. */
export function ViewTitle({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <header class="view-title">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </header>
  );
}
