/** What the documents say: phases of steps, each step one Markdown file, built into one checked value that ships. */
export interface Runbook {
  readonly id: string;
  readonly title: string;
  readonly phases: readonly Phase[];
  readonly steps: Readonly<Record<string, StepDefinition>>;
  /** The public sources that the steps name, by key. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** A part of the runbook that is gone through as a whole. */
export interface Phase {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PhaseEntry[];
}

/** A step, or a lane group: steps repeated for each target of a selector, one target after the other unless `parallel`. */
export type PhaseEntry =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'lanes'; readonly for: string; readonly parallel: boolean; readonly steps: readonly string[] };

/** Who does a step: PowerShell, a person, the config comparison, or a decision. */
export type StepKind = 'run' | 'manual' | 'compare' | 'decide';

/** A step file: front matter and text. */
export interface StepDefinition {
  readonly id: string;
  readonly title: string;
  readonly kind: StepKind;
  /** Selector name. Absent: the farm, and inside a lane group the lane's own target. */
  readonly for?: string;
  /** Condition name: where it does not hold the step is not needed, with the reason. */
  readonly when?: string;
  /** Exported function that does it. */
  readonly run?: string;
  /** Condition name: the function does the step where this holds, and a person where it does not. */
  readonly runWhen?: string;
  /** The function of `run` is not exported by the module yet: the step compiles as manual until it is. */
  readonly automation?: 'planned';
  /** Exported function that looks at the host again. Absent for a `Test-` function, which is its own verification. */
  readonly verify?: string;
  /** Exported function that fetches the two files of a comparison; it reads only. */
  readonly collect?: string;
  /** Parameter name -> name of a value from the closed registry in `run/parameters.ts`. */
  readonly with: Readonly<Record<string, string>>;
  /** Decision key that a `decide` step sets; `{target}` stands for the target's name. */
  readonly decides?: string;
  /** Decisions by number that are taken beside this step, without the number: `rule.{target}`. */
  readonly asks?: string;
  /** Direct predecessors: on the same target where they have it, else on every target. */
  readonly after: readonly string[];
  /** Direct predecessors on every target. */
  readonly afterAll: readonly string[];
  /** Instruction ids that the step carries, and keys of sources.yaml. */
  readonly sources: readonly string[];
  /** Names of lists shown with the step (pools, clients), from the registry in `runbook/details.ts`. */
  readonly details: readonly string[];
  readonly outage?: 'begins' | 'ends';
  /** Step that goes back, offered while nothing built on this one stands. */
  readonly undo?: string;
  readonly optional: boolean;
  /** Changes a host or the farm: open inhibitors block it, and only one such step runs on a host at a time. */
  readonly changes: boolean;
  /** Asked once before it runs. */
  readonly highImpact: boolean;
  /** No override, whatever the reason. */
  readonly neverOverride: boolean;
  /** Name of the open duty that begins or ends here. */
  readonly begins?: string;
  readonly ends?: string;
  /** Usual minutes; shown until a rehearsal knows better. */
  readonly minutes?: number;
  readonly text: StepText;
}

/** The fixed headings of a step file, each as Markdown. */
export interface StepText {
  readonly whatToDo: string;
  readonly why: string;
  readonly whatYouShouldSee: string;
  readonly ifItGoesWrong: string;
  readonly wayBack: string;
}

/** How well a fact is known. */
export type Mark = 'documented' | 'community' | 'inferred';

/** A public page that a step rests on. */
export interface Source {
  readonly title: string;
  readonly address: string;
  readonly date?: string;
  readonly mark: Mark;
}
