/** What the publisher allows machines, and tells them and those who trade with the paper. */
export interface Policy {
  /** Whether models may be trained on the paper. */
  readonly aiTraining: boolean;
  /** Whether search engines that answer by a model may take the paper into their index. */
  readonly aiSearch: boolean;
  /** Whether an assistant may fetch a page because a person asked it to. */
  readonly aiUser: boolean;
  /** Whether robots.txt says the same in a `Content-Signal` line as well. */
  readonly contentSignal: boolean;
  /** A `Content-Usage` expression for robots.txt, such as `train-ai=n`; its vocabulary is an IETF draft. */
  readonly contentUsage?: string;
  /** Address or path of the terms on which the paper may be used, for people. */
  readonly terms?: string;
  /** Where security faults are told: mail address, `mailto:` or https address. */
  readonly securityContact?: string;
  /** Address or path of the page that says how such reports are dealt with. */
  readonly securityPolicy?: string;
  /** What trust.txt says of the paper's ties. */
  readonly trust: readonly TrustLine[];
  /** Records and variables of ads.txt, one line each. None means that nobody sells the paper's space. */
  readonly ads: readonly string[];
  /** Whether there is an llms.txt. */
  readonly llms: boolean;
  /** Address of the WebSub hub that feeds name. */
  readonly hub?: string;
}

/** A tie of the paper, as JournalList's trust.txt names it. */
export interface TrustLine {
  readonly tie:
    | 'member'
    | 'belongto'
    | 'control'
    | 'controlledby'
    | 'social'
    | 'vendor'
    | 'customer'
    | 'disclosure'
    | 'contact';
  /** An address. */
  readonly to: string;
}

/**
 * What a paper's machines say until its publisher decides: found by every search, fetched for every reader who asks,
 * but no training, because a right not reserved in machine-readable form is given away in the European Union
 * (Directive 2019/790, Article 4(3)), and a right reserved can still be granted.
 */
export const DEFAULT_POLICY: Policy = {
  aiTraining: false,
  aiSearch: true,
  aiUser: true,
  contentSignal: false,
  trust: [],
  ads: [],
  llms: false,
};
