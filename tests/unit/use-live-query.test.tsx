import { render, screen } from '@testing-library/preact';
import { Dexie, type Table } from 'dexie';
import { describe, expect, it } from 'vitest';
import { useLiveQuery } from '@/utils/use-live-query';

interface Row {
  readonly id: number;
}

function openDatabase(name: string, options = {}): Dexie & { rows: Table<Row, number> } {
  const database = new Dexie(name, options) as Dexie & { rows: Table<Row, number> };
  database.version(1).stores({ rows: 'id' });
  return database;
}

function Count({ database }: { database: ReturnType<typeof openDatabase> }) {
  const result = useLiveQuery(() => database.rows.count());
  return <p>{result.status === 'ready' ? `${result.value} rows` : result.status}</p>;
}

describe('useLiveQuery', () => {
  it('follows the database', async () => {
    const database = openDatabase('follows');
    render(<Count database={database} />);
    await screen.findByText('0 rows');
    await database.rows.add({ id: 1 });
    await screen.findByText('1 rows');
  });

  it('fails, and does not wait for ever, where the browser gives no storage', async () => {
    // What a private window of Firefox does.
    const open = () => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    };
    const database = openDatabase('refused', { indexedDB: { ...indexedDB, open }, IDBKeyRange });
    render(<Count database={database} />);
    await screen.findByText('failed');
  });

  it('comes back after everything was erased', async () => {
    const database = openDatabase('erased');
    await database.rows.add({ id: 1 });
    render(<Count database={database} />);
    await screen.findByText('1 rows');
    await database.delete();
    await database.open();
    await database.rows.add({ id: 2 });
    await database.rows.add({ id: 3 });
    expect(await screen.findByText('2 rows')).toBeTruthy();
  });
});
