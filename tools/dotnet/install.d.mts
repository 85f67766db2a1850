/** A setting as .NET reads it; an Xml one has the whole value element as its value. */
export interface DotnetEntry {
  readonly Name: string;
  readonly Value: string;
  readonly IsXml: boolean;
}

/** What .NET reads from a file, or why it cannot. */
export interface DotnetReading {
  readonly File: string;
  readonly Error: string | null;
  readonly Sections: readonly {
    readonly Name: string;
    readonly Entries: readonly DotnetEntry[];
  }[];
}

/** What .NET reads from each of these files, in their order. The program is built first where it is missing. Throws when it cannot be had. */
export function readByDotnet(files: readonly string[]): readonly DotnetReading[];
