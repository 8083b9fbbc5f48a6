/** Which of the two databases. */
export type Dialect = 'sqlite' | 'postgres';
