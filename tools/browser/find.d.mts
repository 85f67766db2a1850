import type { Browser } from 'playwright-core';

export declare function findBrowser(env?: NodeJS.ProcessEnv): Promise<string>;
export declare function openBrowser(): Promise<Browser>;
