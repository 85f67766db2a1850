/** What tools/vscode/server.mjs gives to the end-to-end suite. */
export interface ServerOptions {
  readonly lane?: string | undefined;
  readonly linked?: string | undefined;
  readonly vsix?: string | undefined;
  readonly token?: boolean;
  readonly arguments?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly extensionsDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly data?: string | undefined;
  readonly port?: number | undefined;
}

export interface Server {
  readonly port: number;
  readonly data: string;
  readonly pid: number;
  readonly ended: Promise<number | string>;
  log(): string;
  urlOf(folder: string | undefined, query?: Readonly<Record<string, string>>): string;
  stop(options?: { readonly keepData?: boolean }): Promise<void>;
}

export declare const quietSettings: Readonly<Record<string, unknown>>;
export declare function startServer(options?: ServerOptions): Promise<Server>;
