import type { Copy } from './copy.ts';

/** Copy as a case tells it: blocks as lines, and whatever fields the case is about. */
export interface Told extends Partial<Omit<Copy, 'body' | 'conflicts'>> {
  readonly body?: readonly string[];
}

/** One case of the table of merges. */
export interface MergeCase {
  readonly title: string;
  readonly base: Told;
  readonly ours: Told;
  readonly theirs: Told;
  /** The copy that comes of it; fields that are not named are as in `ours`. */
  readonly result: Told;
  /** What of theirs stands in a conflict: `1 <> their words`, `headline <> their words`, `1 <>` where they took it out. */
  readonly conflicts?: readonly string[];
  /** What the merge says it did, beside fields: `taken 1`, `added w`, `cut`. */
  readonly changes?: readonly string[];
}

const FERRY = [
  'The ferry left at noon with 40 on board.',
  'Its engine failed off Skaland.',
  'Nobody was hurt.',
];

/**
 * What a merge must give, as an editor would want it. `base` is the version of the wire the story was made of,
 * `theirs` the new one; a line of `ours` says which block of the base it is: `2)`, `2b)` the second half of it or a
 * copy of it, `+)` written here. In results `w)` came with the wire. A blank `conflicts` is none.
 */
export const MERGE_CASES: readonly MergeCase[] = [
  // Paragraphs that one side changed.
  {
    title: 'what the wire rewrote and nobody touched here is the wire’s',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 42 on board.',
        'Its engine failed off Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 42 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    changes: ['taken 1'],
  },
  {
    title: 'what was edited here and the wire left alone stays as edited',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed a mile off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: { body: FERRY },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed a mile off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    changes: [],
  },
  {
    title: 'edits of both in different paragraphs stand side by side',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed a mile off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 42 on board.',
        'Its engine failed off Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 42 on board.',
        '2) Its engine failed a mile off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    changes: ['taken 1'],
  },
  // One paragraph that both changed.
  {
    title: 'edits of both in different places of one paragraph are brought together',
    base: { body: ['The ferry left at noon with 40 people on board.'] },
    ours: { body: ['1) The car ferry left at noon with 40 people on board.'] },
    theirs: { body: ['The ferry left at noon with 42 people on board.'] },
    result: { body: ['1) The car ferry left at noon with 42 people on board.'] },
    changes: ['combined 1'],
  },
  {
    title: 'the same edit by both is one edit',
    base: { body: ['The ferry left at noon with 40 people on board.'] },
    ours: { body: ['1) The ferry left at noon with 42 people on board.'] },
    theirs: { body: ['The ferry left at noon with 42 people on board.'] },
    result: { body: ['1) The ferry left at noon with 42 people on board.'] },
    changes: [],
  },
  {
    title: 'another word by each at one place is a conflict, and ours stands',
    base: { body: ['The ferry left at noon with 40 people on board.'] },
    ours: { body: ['1) The ferry left at noon with 41 people on board.'] },
    theirs: { body: ['The ferry left at noon with 42 people on board.'] },
    result: { body: ['1) The ferry left at noon with 41 people on board.'] },
    conflicts: ['1 <> The ferry left at noon with 42 people on board.'],
    changes: ['combined 1'],
  },
  {
    title: 'a conflict at one place does not keep back the wire’s other edit of the paragraph',
    base: { body: ['The ferry left Bodø at noon with 40 people on board, the coast guard said on Friday.'] },
    ours: {
      body: ['1) The ferry left Bodø at noon with 41 people on board, the coast guard said on Friday.'],
    },
    theirs: {
      body: ['The ferry left Bodø at noon with 42 people on board, the coast guard said on Saturday.'],
    },
    result: {
      body: ['1) The ferry left Bodø at noon with 41 people on board, the coast guard said on Saturday.'],
    },
    conflicts: [
      '1 <> The ferry left Bodø at noon with 42 people on board, the coast guard said on Saturday.',
    ],
  },
  {
    title: 'words side by side, one changed by each, are a conflict: a name is changed whole',
    base: { body: ['The master was Jon Smith of Bodø.'] },
    ours: { body: ['1) The master was John Smith of Bodø.'] },
    theirs: { body: ['The master was Jon Smyth of Bodø.'] },
    result: { body: ['1) The master was John Smith of Bodø.'] },
    conflicts: ['1 <> The master was Jon Smyth of Bodø.'],
  },
  {
    title: 'digits on both sides of a decimal point are one number',
    base: { body: ['The wave was 3.5 metres high.'] },
    ours: { body: ['1) The wave was 4.5 metres high.'] },
    theirs: { body: ['The wave was 3.9 metres high.'] },
    result: { body: ['1) The wave was 4.5 metres high.'] },
    conflicts: ['1 <> The wave was 3.9 metres high.'],
  },
  {
    title: 'a sentence added at the end by each: both stay, ours first',
    base: { body: ['Nobody was hurt.'] },
    ours: { body: ['1) Nobody was hurt. The crew were given tea.'] },
    theirs: { body: ['Nobody was hurt. An inquiry began.'] },
    result: { body: ['1) Nobody was hurt. The crew were given tea. An inquiry began.'] },
    changes: ['combined 1'],
  },
  {
    title: 'an edit inside a sentence and a sentence behind it do not meet',
    base: { body: ['Nobody was hurt.'] },
    ours: { body: ['1) Nobody was hurt. The crew were given tea.'] },
    theirs: { body: ['Nobody was seriously hurt.'] },
    result: { body: ['1) Nobody was seriously hurt. The crew were given tea.'] },
  },
  {
    title: 'the wire made our correction too, and went on: the wire’s words hold it',
    base: { body: ['Police said 12 died.'] },
    ours: { body: ['1) Police said 15 died.'] },
    theirs: { body: ['Police said 15 died, 3 of them children.'] },
    result: { body: ['1) Police said 15 died, 3 of them children.'] },
  },
  {
    title: 'a paragraph rewritten from end to end by both is a conflict of two whole readings',
    base: {
      body: ['The minister resigned on Monday after weeks of pressure from her own party.', 'Second.'],
    },
    ours: {
      body: [
        '1) Weeks of quarrel in the party have cost the minister her office, and she went on Monday night.',
        '2) Second.',
      ],
    },
    theirs: {
      body: [
        'Finance minister Ada Lund stepped down Monday, the third member of cabinet to go since spring.',
        'Second.',
      ],
    },
    result: {
      body: [
        '1) Weeks of quarrel in the party have cost the minister her office, and she went on Monday night.',
        '2) Second.',
      ],
    },
    conflicts: [
      '1 <> Finance minister Ada Lund stepped down Monday, the third member of cabinet to go since spring.',
    ],
  },
  {
    title: 'Chinese is merged by its characters',
    base: { body: ['渡轮中午离开博德，船上有四十人，海岸警卫队星期五说。'] },
    ours: { body: ['1) 渡轮昨天中午离开博德，船上有四十人，海岸警卫队星期五说。'] },
    theirs: { body: ['渡轮中午离开博德，船上有四十二人，海岸警卫队星期五说。'] },
    result: { body: ['1) 渡轮昨天中午离开博德，船上有四十二人，海岸警卫队星期五说。'] },
  },
  {
    title: 'blanks the wire sets otherwise are no edit',
    base: { body: ['Nobody was hurt. The sea was calm.'] },
    ours: { body: ['1) Nobody was hurt. The sea was very calm.'] },
    theirs: { body: ['Nobody was hurt.  The sea was calm.'] },
    result: { body: ['1) Nobody was hurt.  The sea was very calm.'] },
  },
  // Paragraphs that come and go.
  {
    title: 'a paragraph the wire adds comes where the wire has it',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 40 on board.',
        'Its engine failed off Skaland.',
        'A lifeboat took it in tow.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        'w) A lifeboat took it in tow.',
        '3) Nobody was hurt.',
      ],
    },
    changes: ['added w'],
  },
  {
    title: 'a new lead of the wire comes on top',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: { body: ['A car ferry was towed into Bodø on Friday night.', ...FERRY] },
    result: {
      body: [
        'w) A car ferry was towed into Bodø on Friday night.',
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'a paragraph written here stays where it was written',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '+) Our reporter was among them.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 42 on board.',
        'Its engine failed off Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 42 on board.',
        '+) Our reporter was among them.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'paragraphs added by both at one place: both stay, ours first',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '+) Our reporter was among them.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 40 on board.',
        'The sea was calm.',
        'Its engine failed off Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '+) Our reporter was among them.',
        'w) The sea was calm.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'a paragraph pasted here from the new version before the merge is not there twice after it',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
        '+) An inquiry has begun.',
      ],
    },
    theirs: { body: [...FERRY, 'An inquiry has begun.'] },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
        '+) An inquiry has begun.',
      ],
    },
    changes: [],
  },
  {
    title: 'a paragraph the wire took out and nobody touched here goes',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: { body: ['The ferry left at noon with 40 on board.', 'Nobody was hurt.'] },
    result: { body: ['1) The ferry left at noon with 40 on board.', '3) Nobody was hurt.'] },
    changes: ['removed'],
  },
  {
    title: 'a paragraph edited here survives the wire’s taking it out, and is marked',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its old engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: { body: ['The ferry left at noon with 40 on board.', 'Nobody was hurt.'] },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its old engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    conflicts: ['2 <>'],
  },
  {
    title: 'a paragraph cut here stays cut',
    base: { body: FERRY },
    ours: { body: ['1) The ferry left at noon with 40 on board.', '3) Nobody was hurt.'] },
    theirs: { body: FERRY },
    result: { body: ['1) The ferry left at noon with 40 on board.', '3) Nobody was hurt.'] },
    changes: [],
  },
  {
    title: 'a paragraph cut here stays cut when the wire rewords it, and the merge says so',
    base: { body: FERRY },
    ours: { body: ['1) The ferry left at noon with 40 on board.', '3) Nobody was hurt.'] },
    theirs: {
      body: [
        'The ferry left at noon with 40 on board.',
        'Its main engine failed off Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: { body: ['1) The ferry left at noon with 40 on board.', '3) Nobody was hurt.'] },
    changes: ['cut'],
  },
  {
    title: 'what the wire adds behind a paragraph cut here comes behind what stood before it',
    base: { body: FERRY },
    ours: { body: ['1) The ferry left at noon with 40 on board.', '3) Nobody was hurt.'] },
    theirs: {
      body: [
        'The ferry left at noon with 40 on board.',
        'Its engine failed off Skaland.',
        'A lifeboat took it in tow.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        'w) A lifeboat took it in tow.',
        '3) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'a paragraph taken out by both is out',
    base: { body: FERRY },
    ours: { body: ['1) The ferry left at noon with 40 on board.', '3) Nobody was hurt.'] },
    theirs: { body: ['The ferry left at noon with 40 on board.', 'Nobody was hurt.'] },
    result: { body: ['1) The ferry left at noon with 40 on board.', '3) Nobody was hurt.'] },
    changes: [],
  },
  // Paragraphs that move.
  {
    title: 'a paragraph the wire moved moves',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'Nobody was hurt.',
        'The ferry left at noon with 40 on board.',
        'Its engine failed off Skaland.',
      ],
    },
    result: {
      body: [
        '3) Nobody was hurt.',
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
      ],
    },
    changes: ['moved 3'],
  },
  {
    title: 'a paragraph moved here keeps its place and takes the wire’s new words',
    base: { body: [...FERRY, 'The weather was fine.'] },
    ours: {
      body: [
        '4) The weather was fine.',
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: { body: [...FERRY, 'The weather was fine and warm.'] },
    result: {
      body: [
        '4) The weather was fine and warm.',
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'a paragraph the wire moved takes the words edited here with it',
    base: { body: [...FERRY, 'The weather was fine.'] },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
        '4) The weather was fine, as it often is.',
      ],
    },
    theirs: { body: ['The weather was fine.', ...FERRY] },
    result: {
      body: [
        '4) The weather was fine, as it often is.',
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'a paragraph moved by both stands where we put it',
    base: { body: [...FERRY, 'The weather was fine.'] },
    ours: {
      body: [
        '4) The weather was fine.',
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 40 on board.',
        'The weather was fine.',
        'Its engine failed off Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '4) The weather was fine.',
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    changes: [],
  },
  // Paragraphs split and joined.
  {
    title: 'a paragraph split here takes the wire’s edit in the half it belongs to',
    base: {
      body: [
        'The ferry left at noon with 40 on board. Its engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '1b) Its engine failed off the island of Skaland.',
        '2) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 40 on board. Its main engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '+) Its main engine failed off the island of Skaland.',
        '2) Nobody was hurt.',
      ],
    },
    changes: ['combined 1 +'],
  },
  {
    title: 'a crosshead put between the halves stays between them',
    base: {
      body: [
        'The ferry left at noon with 40 on board. Its engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '+) # Adrift',
        '1b) Its engine failed off the island of Skaland.',
        '2) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 42 on board. Its main engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 42 on board.',
        '+) # Adrift',
        '+) Its main engine failed off the island of Skaland.',
        '2) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'a paragraph the wire split is split, with the edit made here',
    base: {
      body: [
        'The ferry left at noon with 40 on board. Its engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board. Its old engine failed off the island of Skaland.',
        '2) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 40 on board.',
        'Its engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        'w) Its old engine failed off the island of Skaland.',
        '2) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'two paragraphs joined here take the wire’s edit of the second',
    base: {
      body: [
        'The ferry left at noon with 40 on board.',
        'Its engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board. Its engine failed off the island of Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 40 on board.',
        'Its main engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board. Its main engine failed off the island of Skaland.',
        '3) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'two paragraphs the wire joined are joined, with the edit made here in the second',
    base: {
      body: [
        'The ferry left at noon with 40 on board.',
        'Its engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its old engine failed off the island of Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 40 on board. Its engine failed off the island of Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board. Its old engine failed off the island of Skaland.',
        '3) Nobody was hurt.',
      ],
    },
  },
  {
    title: 'a copy made here of a paragraph stays as it was copied; the paragraph takes the wire’s edit',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
        '1c) The ferry left at noon with 40 on board.',
      ],
    },
    theirs: {
      body: [
        'The ferry left at noon with 42 on board.',
        'Its engine failed off Skaland.',
        'Nobody was hurt.',
      ],
    },
    result: {
      body: [
        '1) The ferry left at noon with 42 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
        '+) The ferry left at noon with 40 on board.',
      ],
    },
  },
  // Kinds of block, and how words are set.
  {
    title: 'a paragraph made a crosshead here takes the wire’s edit and stays one',
    base: { body: ['Adrift for an hour off Skaland', 'Nobody was hurt.'] },
    ours: { body: ['1) # Adrift for an hour off Skaland', '2) Nobody was hurt.'] },
    theirs: { body: ['Adrift for two hours off Skaland', 'Nobody was hurt.'] },
    result: { body: ['1) # Adrift for two hours off Skaland', '2) Nobody was hurt.'] },
  },
  {
    title: 'words set strong here stay so where the wire edits other words',
    base: { body: ['The ferry left at noon with 40 people on board.'] },
    ours: { body: ['1) The **ferry** left at noon with 40 people on board.'] },
    theirs: { body: ['The ferry left at noon with 42 people on board.'] },
    result: { body: ['1) The **ferry** left at noon with 42 people on board.'] },
  },
  {
    title: 'a word set otherwise by each is set both ways',
    base: { body: ['The Skaland left at noon with 40 on board.'] },
    ours: { body: ['1) The _Skaland_ left at noon with 40 on board.'] },
    theirs: { body: ['The [Skaland](https://ships.example/) left at noon with 42 on board.'] },
    result: { body: ['1) The [_Skaland_](https://ships.example/) left at noon with 42 on board.'] },
  },
  {
    title: 'a note stays on the words it was set on when the wire changes them',
    base: { body: ['The ferry left at noon with 40 people on board.'] },
    ours: { body: ['1) The ferry left at noon with {40}(t1) people on board.'] },
    theirs: { body: ['The ferry left at noon with 42 people on board.'] },
    result: { body: ['1) The ferry left at noon with {42}(t1) people on board.'] },
  },
  {
    title: 'a link set here on words the wire took out is a conflict, not a loss',
    base: { body: ['The ferry left at noon, as the line had said, with 40 people on board.'] },
    ours: {
      body: [
        '1) The ferry left at noon, as [the line](https://line.example/) had said, with 40 people on board.',
      ],
    },
    theirs: { body: ['The ferry left at noon with 40 people on board.'] },
    result: {
      body: [
        '1) The ferry left at noon, as [the line](https://line.example/) had said, with 40 people on board.',
      ],
    },
    conflicts: ['1 <> The ferry left at noon with 40 people on board.'],
  },
  {
    title: 'an entry of a list edited here and another added by the wire are both in the list',
    base: { body: ['* one boat; two crew; three buoys'] },
    ours: { body: ['1) * one boat; two crew members; three buoys'] },
    theirs: { body: ['* one boat; two crew; three buoys; four ropes'] },
    result: { body: ['1) * one boat; two crew members; three buoys; four ropes'] },
  },
  {
    title: 'an entry of a list edited here that the wire took out is a conflict of the list',
    base: { body: ['* one boat; two crew; three buoys'] },
    ours: { body: ['1) * one boat; two crew members; three buoys'] },
    theirs: { body: ['* one boat; three buoys'] },
    result: { body: ['1) * one boat; two crew members; three buoys'] },
    conflicts: ['1 <> * one boat; three buoys'],
  },
  {
    title: 'cells of a table are merged each for itself',
    base: { body: ['= Town, Votes; Bodø, 120; Narvik, 80'] },
    ours: { body: ['1) = Town, Votes; Bodø, 120; Narvik (Norway), 80'] },
    theirs: { body: ['= Town, Votes; Bodø, 130; Narvik, 85; Tromsø, 60'] },
    result: { body: ['1) = Town, Votes; Bodø, 130; Narvik (Norway), 85; Tromsø, 60'] },
  },
  {
    title: 'a table whose columns the wire changed, and a cell of it here, is a conflict',
    base: { body: ['= Town, Votes; Bodø, 120'] },
    ours: { body: ['1) = Town, Votes; Bodø, 121'] },
    theirs: { body: ['= Town, Votes, Seats; Bodø, 130, 3'] },
    result: { body: ['1) = Town, Votes; Bodø, 121'] },
    conflicts: ['1 <> = Town, Votes, Seats; Bodø, 130, 3'],
  },
  {
    title: 'a quotation edited by each in another paragraph of it holds both edits',
    base: { body: ['> We were lucky. / The crew did well.'] },
    ours: { body: ['1) > We were very lucky. / The crew did well.'] },
    theirs: { body: ['> We were lucky. / The crew of six did well.'] },
    result: { body: ['1) > We were very lucky. / The crew of six did well.'] },
  },
  {
    title: 'a picture’s caption edited here stays; what the wire says around it comes in',
    base: { body: ['Nobody was hurt.', '!p7 The ferry in June'] },
    ours: { body: ['1) Nobody was hurt.', '2) !p7 The ferry _Skaland_ in June'.replaceAll('_', '')] },
    theirs: { body: ['Nobody was badly hurt.', '!p7 The ferry in June'] },
    result: { body: ['1) Nobody was badly hurt.', '2) !p7 The ferry Skaland in June'] },
  },
  {
    title: 'another picture of the wire does not take over the caption written here for the first',
    base: { body: ['Nobody was hurt.', '!p7 The ferry in June'] },
    ours: { body: ['1) Nobody was hurt.', '2) !p7 The old ferry in June'] },
    theirs: { body: ['Nobody was hurt.', '!p9 The ferry under tow'] },
    result: { body: ['1) Nobody was hurt.', 'w) !p9 The ferry under tow', '2) !p7 The old ferry in June'] },
    conflicts: ['2 <>'],
  },
  {
    title: 'a picture put in here stays; a note to editors of the wire comes in as one',
    base: { body: FERRY },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '+) !p3 The quay',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
    },
    theirs: { body: [...FERRY, 'NB Reporting by A. Lund'] },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '+) !p3 The quay',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
        'w) NB Reporting by A. Lund',
      ],
    },
  },
  // Whole versions.
  {
    title:
      'a kill without a body takes nothing out of the draft: what becomes of the story is not the merge’s to say',
    base: { body: FERRY, headline: 'Ferry adrift' },
    ours: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
      headline: 'Ferry adrift',
    },
    theirs: { body: [], headline: '' },
    result: {
      body: [
        '1) The ferry left at noon with 40 on board.',
        '2) Its engine failed off Skaland.',
        '3) Nobody was hurt.',
      ],
      headline: 'Ferry adrift',
    },
    changes: ['no-body'],
  },
  {
    title: 'a story written here from a flash takes in the long version around what was written',
    base: { body: ['A ferry is adrift off Skaland.'] },
    ours: { body: ['1) A ferry is adrift off Skaland.', '+) We will update this story.'] },
    theirs: {
      body: [
        'A ferry with 40 on board is adrift off Skaland.',
        'Its engine failed at noon.',
        'Lifeboats are on their way.',
      ],
    },
    result: {
      body: [
        '1) A ferry with 40 on board is adrift off Skaland.',
        '+) We will update this story.',
        'w) Its engine failed at noon.',
        'w) Lifeboats are on their way.',
      ],
    },
  },
  // Fields.
  {
    title: 'a headline nobody touched here is the wire’s',
    base: { headline: 'Ferry adrift' },
    ours: { headline: 'Ferry adrift' },
    theirs: { headline: 'Ferry towed in' },
    result: { headline: 'Ferry towed in' },
  },
  {
    title: 'a headline changed by each in another place holds both',
    base: { headline: 'Ferry adrift off Skaland with 40 people on board' },
    ours: { headline: 'Car ferry adrift off Skaland with 40 people on board' },
    theirs: { headline: 'Ferry adrift off Skaland with 42 people on board' },
    result: { headline: 'Car ferry adrift off Skaland with 42 people on board' },
  },
  {
    title: 'a headline written here and another by the wire is a conflict, and ours stands',
    base: { headline: 'Ferry adrift' },
    ours: { headline: 'Forty spend a night at sea' },
    theirs: { headline: 'Ferry towed into Bodø' },
    result: { headline: 'Forty spend a night at sea' },
    conflicts: ['headline <> Ferry towed into Bodø'],
  },
  {
    title: 'slug and urgency chosen here hold without a word',
    base: { slug: 'ferry', urgency: 5 },
    ours: { slug: 'ferry-night', urgency: 2 },
    theirs: { slug: 'ferry-lead', urgency: 3 },
    result: { slug: 'ferry-night', urgency: 2 },
  },
  {
    title: 'keywords of both are there, and one the wire took out is not',
    base: { keywords: ['ferry', 'rumour'] },
    ours: { keywords: ['ferry', 'rumour', 'Nordland'] },
    theirs: { keywords: ['ferry', 'rescue'] },
    result: { keywords: ['ferry', 'Nordland', 'rescue'] },
  },
  {
    title: 'an embargo lifted here and set anew by the wire is a conflict, which no publication passes',
    base: { embargo: 'indefinite' },
    ours: {},
    theirs: { embargo: '2026-03-15T00:00:00.000Z' as never },
    result: {},
    conflicts: ['embargo <> 2026-03-15T00:00:00.000Z'],
  },
  {
    title: 'notes to editors of both are kept, ours first',
    base: { edNote: 'First version' },
    ours: { edNote: 'Call the line at six' },
    theirs: { edNote: 'Adds quote' },
    result: { edNote: 'Call the line at six\nAdds quote' },
  },
  {
    title: 'byline, dateline and source changed by the wire alone are the wire’s',
    base: { byline: 'Ada Lund', dateline: { place: 'BODØ' }, source: 'AFP' },
    ours: { byline: 'Ada Lund', dateline: { place: 'BODØ' }, source: 'AFP' },
    theirs: { byline: 'Ada Lund and Per Moe', dateline: { place: 'TROMSØ' }, source: 'AFP, NTB' },
    result: { byline: 'Ada Lund and Per Moe', dateline: { place: 'TROMSØ' }, source: 'AFP, NTB' },
  },
];
