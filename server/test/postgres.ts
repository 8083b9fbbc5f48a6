/** The server of `scripts/postgres.mjs`, with types. */
// @ts-expect-error A script, without types.
import * as script from '../../scripts/postgres.mjs';

export interface PostgresServer {
  /** The address of a new, empty database. */
  database(): Promise<string>;
  /** The same address for another role, who is made where there is none. */
  as(address: string, role: string): Promise<string>;
  /** The process of the server, of which all others of it are children. */
  readonly pid: () => Promise<number>;
  stop(): Promise<void>;
}

export const { postgresPrograms, startPostgres } = script as {
  postgresPrograms(): string | undefined;
  startPostgres(settings?: Readonly<Record<string, string>>): Promise<PostgresServer>;
};
