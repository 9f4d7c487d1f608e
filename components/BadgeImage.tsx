/** `undefined`: not read yet. `null`: there is none. */
export type PictureUrl = string | null | undefined;

/** The picture from the cache, with the first letters of the name where there is none. Decorative: the name stands beside it. */
export function BadgeImage({ url, name, size }: { url: PictureUrl; name: string; size: number }) {
  // An SVG's or a table's size is a number here and not a token: callers choose one of the sizes of the art.
  if (url) {
    return <img class="badge-image" src={url} alt="" width={size} height={size} decoding="async" />;
  }
  const style = { width: `${size}px`, height: `${size}px` };
  if (url === undefined) return <span class="badge-image" style={style} />;
  return (
    <span class="badge-image missing" style={style} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).slice(0, 2);
  const first = words.map((word) => Array.from(word)[0] ?? '').join('');
  return /[\uAC00-\uD7A3]/.test(first) ? first.slice(0, 1) : first.toUpperCase();
}
