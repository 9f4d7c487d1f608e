import { until, type Tab } from './driver.ts';

/** From now on the page keeps what it saves: neither browser shows its downloads to a page. */
export function catchSaved(tab: Tab): Promise<void> {
  return tab.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => {
        document.documentElement.dataset['saved'] = String(reader.result);
      });
      if (file instanceof Blob) reader.readAsDataURL(file);
      return create(file);
    };
  });
}

/** The file of this type that was saved last; waits for it. */
export async function savedFile(tab: Tab, mediaType: string): Promise<Buffer> {
  const base64 = await until(`a file of ${mediaType}`, () =>
    tab.evaluate((start: string) => {
      const { saved } = document.documentElement.dataset;
      if (!saved?.startsWith(start)) return null;
      delete document.documentElement.dataset['saved'];
      return saved.slice(saved.indexOf(',') + 1);
    }, `data:${mediaType}`),
  );
  return Buffer.from(base64, 'base64');
}
