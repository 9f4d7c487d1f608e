import { until, type Tab } from './driver.ts';

/** From now on the page keeps what it saves: neither browser shows its downloads to a page. */
export function catchSaved(tab: Tab): Promise<void> {
  return tab.evaluate(() => {
    // Pictures of the page have such addresses, too: a file is what a link with a name is pressed for.
    const blobs = new Map<string, Blob>();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object) => {
      const url = create(object);
      if (object instanceof Blob) blobs.set(url, object);
      return url;
    };
    const click = Reflect.get(HTMLAnchorElement.prototype, 'click') as () => void;
    HTMLAnchorElement.prototype.click = function press(this: HTMLAnchorElement) {
      const blob = this.download ? blobs.get(this.href) : undefined;
      const reader = new FileReader();
      reader.addEventListener('load', () => {
        document.documentElement.dataset['saved'] = String(reader.result);
      });
      if (blob) reader.readAsDataURL(blob);
      click.call(this);
    };
  });
}

/** The file of this type that was saved last; waits for it. */
export async function savedFile(tab: Tab, mediaType: string, within?: number): Promise<Buffer> {
  const read = () =>
    tab.evaluate((start: string) => {
      const { saved } = document.documentElement.dataset;
      if (!saved?.startsWith(start)) return null;
      delete document.documentElement.dataset['saved'];
      return saved.slice(saved.indexOf(',') + 1);
    }, `data:${mediaType}`);
  const base64 = await until(`a file of ${mediaType}`, read, within);
  return Buffer.from(base64, 'base64');
}
