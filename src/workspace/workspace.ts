/** The outside world as a value: files and the output folder. Everything that reads or writes is handed a workspace. */
export interface Workspace {
  /**
   * The text of a UTF-8 file without its byte order mark; `limit` in bytes. Throws a Refusal when there is no such file
   * or it cannot be read, is no file, is too large or is not UTF-8.
   */
  readText(path: string, limit?: number): string;
  /** The bytes of a file; `limit` in bytes. Throws a Refusal as `readText` does. */
  readBytes(path: string, limit?: number): Uint8Array;
  /** The names of the files in a folder, sorted; none when there is no such folder. Throws a Refusal when it cannot be read. */
  list(folder: string): string[];
  /** The names of the folders in a folder, as `list` has those of files; links to folders are not among them. */
  folders(folder: string): string[];
  /** Throws a Refusal where nobody may look. */
  exists(path: string): boolean;
  /**
   * What a file has alone as long as nobody writes to it, without reading it: another once it has been written. Null where nobody can tell, as
   * of a file that was written a moment ago. A workspace without it has its files read.
   */
  stamp?(path: string): string | null;
  /** Whether a path, links followed, stays in a folder. What is not there yet counts by its nearest folder that is. */
  within(path: string, folder: string): boolean;
  /**
   * Writes all of the files or none, and returns their paths. Throws a Refusal that names every obstacle: a file that
   * is there already (without `force`), a folder that cannot be written to, a name that leads out of the folder. With
   * `dryRun` it looks for obstacles only.
   */
  writeAll(files: readonly OutputFile[], options?: WriteOptions): string[];
}

export interface OutputFile {
  /** Relative to the output folder, with `/` between folders. */
  path: string;
  bytes: Uint8Array;
  /** Whether the system may run it, where it asks. */
  executable?: true;
}

export interface WriteOptions {
  /** The output folder, relative to the workspace; made when there is none. The workspace itself when absent. */
  folder?: string;
  force?: boolean;
  dryRun?: boolean;
}

/** Bytes of a text or file when nobody says otherwise. */
export const textLimit = 1 << 20;
export const bytesLimit = 32 << 20;
