import { voiceFor } from './voices.ts';

/** Something that is said in one breath: a sentence, and where it stands. */
interface Sentence {
  readonly block: HTMLElement;
  /** Offset in the text of the block, in UTF-16 units. */
  readonly from: number;
  readonly text: string;
}

interface Reading {
  readonly story: HTMLElement;
  readonly button: HTMLElement;
  readonly stop: HTMLElement;
  readonly label: string;
  readonly sentences: readonly Sentence[];
}

let reading: Reading | undefined;
let at = 0;
let isSpeaking = false;

/** Reads a story aloud from the start, or makes a pause, or goes on after one. */
export function speakOrPause(story: HTMLElement, button: HTMLElement): void {
  if (reading && reading.story !== story) hush();
  reading ??= begin(story, button);
  if (!reading) return;
  if (isSpeaking) {
    pause();
    return;
  }
  isSpeaking = true;
  button.textContent = button.dataset.pause ?? '';
  reading.stop.hidden = false;
  speak();
}

/** Ends the reading; the next begins at the start. */
export function hush(): void {
  pause();
  if (reading) {
    reading.button.textContent = reading.label;
    reading.stop.hidden = true;
    reading.button.focus();
  }
  reading = undefined;
  at = 0;
  mark();
}

function begin(story: HTMLElement, button: HTMLElement): Reading | undefined {
  const stop = button.parentElement?.querySelector<HTMLElement>('[data-do=hush]');
  if (!stop) return undefined;
  addEventListener('pagehide', hush, { once: true });
  const blocks = story.querySelectorAll<HTMLElement>(
    'h1, .intro, .entry h2, .prose :is(p, h2, h3, li, figcaption):not(:has(p), .pic *, .tail *)',
  );
  const sentences = [...blocks].flatMap((block) => sentencesOf(block, story.lang));
  return { story, button, stop, label: button.textContent ?? '', sentences };
}

/** A sentence at a time: some systems fall silent in the middle of what takes longer than a quarter of a minute. */
function sentencesOf(block: HTMLElement, language: string): readonly Sentence[] {
  const parts = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(block.textContent ?? '');
  return [...parts].map(({ segment, index }) => ({ block, from: index, text: segment }));
}

/** Systems that forget what was paused are many: a pause ends the sentence, and to go on begins it again. */
function pause(): void {
  isSpeaking = false;
  speechSynthesis.cancel();
  if (reading) reading.button.textContent = reading.button.dataset.on ?? '';
}

function speak(): void {
  const sentence = reading?.sentences[at];
  if (!reading || !sentence) {
    hush();
    return;
  }
  const { story } = reading;
  const utterance = new SpeechSynthesisUtterance(sentence.text);
  utterance.lang = story.lang;
  utterance.voice = voiceFor(story.lang) ?? null;
  utterance.onboundary = ({ name, charIndex, charLength }) => {
    if (name === 'word') mark(sentence, charIndex, charLength);
  };
  utterance.onend = () => {
    if (!isSpeaking || reading?.sentences[at] !== sentence) return;
    at++;
    speak();
  };
  utterance.onerror = ({ error }) => {
    if (error !== 'canceled' && error !== 'interrupted') hush();
  };
  mark(sentence);
  speechSynthesis.speak(utterance);
}

/** Marks the paragraph that is being read, and the word, or the sentence where the system does not tell words. */
function mark(sentence?: Sentence, from = 0, length = sentence?.text.length ?? 0): void {
  const before = document.querySelector('.spoken');
  if (before !== sentence?.block) {
    before?.classList.remove('spoken');
    sentence?.block.classList.add('spoken');
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    sentence?.block.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'instant' : 'smooth' });
  }
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('spoken');
  const range = sentence && rangeIn(sentence.block, sentence.from + from, length);
  if (range) CSS.highlights.set('spoken', new Highlight(range));
}

/** A stretch of the text of an element, offset and length in UTF-16 units. */
function rangeIn(block: HTMLElement, from: number, length: number): Range | undefined {
  const range = document.createRange();
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let isBegun = false;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const end = passed + (text.nodeValue?.length ?? 0);
    if (!isBegun && from < end) {
      range.setStart(text, from - passed);
      isBegun = true;
    }
    if (isBegun && from + length <= end) {
      range.setEnd(text, from + length - passed);
      return range;
    }
    passed = end;
  }
  return undefined;
}
