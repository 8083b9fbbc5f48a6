/** PostgreSQL through pg. */
import { PostgresDialect } from 'kysely';
import type { Dialect as KyselyDialect } from 'kysely';
import type { CustomTypesConfig } from 'pg';

export function postgresDialect(url: string): KyselyDialect {
  return new PostgresDialect({
    pool: async () => {
      // Only here: to load it takes a tenth of the time of a short command, and most registers are in SQLite.
      const { default: pg } = await import('pg');
      /** Whole numbers of eight bytes come as texts; ours stay far below where a number of JavaScript loses its last digit. */
      const types: CustomTypesConfig = {
        getTypeParser: (oid, format) =>
          oid === pg.types.builtins.INT8 ? (Number as never) : (pg.types.getTypeParser(oid, format) as never),
      };
      const pool = new pg.Pool({ connectionString: url, types, max: 10, connectionTimeoutMillis: 30_000 });
      // A connection that breaks is replaced, and whoever waits for an answer hears of it; unheard by us, it would end the process.
      pool.on('error', () => undefined);
      pool.on('connect', (client) => client.on('error', () => undefined));
      return pool;
    },
  });
}
