import { broadsheet } from './broadsheet.ts';
import type { Design } from './design.ts';
import type { Direction } from './face.ts';
import { faceFrom, textFaces } from './faces-testing.ts';
import type { IssueWords } from './issue-input.ts';
import { naskhBroadsheet } from './naskh-broadsheet.ts';
import type { PaperFaces } from './sheet-format.ts';
import { tabloid } from './tabloid.ts';

/** A paper that issues are invented for: its design, and the words that its stories are made of. */
export interface InventedPaper {
  readonly design: Design;
  readonly publication: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly words: IssueWords;
  readonly vocabulary: readonly string[];
  readonly byline: string;
  /** Signs of its text on a line of one column, and cells of a story's head and of its picture. */
  readonly signs: number;
  readonly headCells: number;
  readonly pictureCells: number;
}

const LATIN: PaperFaces = {
  text: textFaces(),
  headline: faceFrom('playfair-display/700Bold/PlayfairDisplay_700Bold.ttf'),
  headlineItalic: faceFrom('playfair-display/500Medium_Italic/PlayfairDisplay_500Medium_Italic.ttf'),
  label: faceFrom('libre-franklin/400Regular/LibreFranklin_400Regular.ttf'),
  labelBold: faceFrom('libre-franklin/700Bold/LibreFranklin_700Bold.ttf'),
};

const ENGLISH: IssueWords = {
  continuedOn: (page) => `Continued on Page ${page}`,
  continuedFrom: (page) => `From Page ${page}`,
  ...{ day: 'Saturday, 23 April 2011', frontPage: 'Front page', inside: 'Inside', inBrief: 'In brief' },
  ears: ['Two words for the price of none: see inside', 'Rain in the north, clearing by noon'],
  advertisement: 'Advertisement',
  page: (number) => `Page ${number}`,
  house: [
    {
      headline: 'The paper, all of it, at breakfast',
      text: 'Every page of the day, from five in the morning.',
    },
    {
      headline: 'What did we miss?',
      text: 'Write to the editor. Letters are read by people and answered by people.',
    },
  ],
};

const ARABIC: IssueWords = {
  continuedOn: (page) => `البقية في الصفحة ${page}`,
  continuedFrom: (page) => `بقية الصفحة ${page}`,
  ...{ day: 'السبت 23 أبريل 2011', frontPage: 'الأولى', inside: 'في هذا العدد', inBrief: 'باختصار' },
  ears: ['كلمتان بثمن لا شيء: انظر الداخل', 'أمطار في الشمال وصحو عند الظهر'],
  advertisement: 'إعلان',
  page: (number) => `الصفحة ${number}`,
  house: [
    { headline: 'الصحيفة كلها مع الفطور', text: 'كل صفحات اليوم منذ الخامسة صباحاً.' },
    { headline: 'ماذا فاتنا؟', text: 'اكتبوا إلى المحرر: الرسائل يقرأها بشر ويجيب عنها بشر.' },
  ],
};

const ENGLISH_WORDS =
  `the of and to in a that was for on with as by at from had not were they which said would been one their who when
  more than after into over two could about last year first new time people city council harbour ministers agreed
  government report market prices company northern river bridge engineers decision committee evidence question
  negotiations representatives spokeswoman announcement investigation particular consequences village morning
  window weather ferry harvest winter school teacher museum orchestra championship goalkeeper laboratory temperature
  measurement electricity insurance parliament constitutional opposition president responsible agriculture cotton
  railway station passengers timetable hospital nurses budget quarter percent billion thousand islands coast fishing
  boats storm repair cable agreement signed paper letter editor street market square bakery bread mill stone wood`.split(
    /\s+/,
  );

const ARABIC_WORDS =
  `في من على إلى أن عن مع هذا هذه الذي التي كان كانت قد لم لن بعد قبل عند بين كل غير أكثر أقل حين ثم أو
  قال قالت أعلن وافق ذكر أضاف المدينة المجلس المرفأ الوزراء الحكومة التقرير السوق الأسعار الشركة الشمالية النهر الجسر
  المهندسون القرار اللجنة الأدلة السؤال المفاوضات الممثلون المتحدثة الإعلان التحقيق العواقب القرية الصباح النافذة الطقس
  العبّارة الحصاد الشتاء المدرسة المعلمة المتحف الأوركسترا البطولة الحارس المختبر الحرارة القياس الكهرباء التأمين البرلمان
  الدستورية المعارضة الرئيس المسؤول الزراعة القطن المحطة السكة المسافرون الجدول المستشفى الممرضات الموازنة بالمئة مليار
  ألف الجزر الساحل الصيد القوارب العاصفة الإصلاح الكابل الاتفاق الموقع الورق الرسالة المحرر الشارع الساحة المخبز الخبز
  المطحنة الحجر الخشب ITU 2011 3.5 وتيرة استثنائية والمستقبل فالاستراتيجيات للمستكشفين`.split(/\s+/);

/** Papers by the name of their design. `broadsheet` is the one that the quality of pages is measured on. */
export const PAPERS = {
  broadsheet: {
    ...{ design: broadsheet(LATIN), publication: 'The Daily Courant', language: 'en-GB', direction: 'ltr' },
    ...{ words: ENGLISH, vocabulary: ENGLISH_WORDS, byline: 'By Ana Berg' },
    ...{ signs: 37, headCells: 24, pictureCells: 68 },
  },
  tabloid: {
    ...{ design: tabloid(LATIN), publication: 'The Daily Courant', language: 'en-GB', direction: 'ltr' },
    ...{ words: ENGLISH, vocabulary: ENGLISH_WORDS, byline: 'By Ana Berg' },
    ...{ signs: 35, headCells: 22, pictureCells: 62 },
  },
  'naskh-broadsheet': {
    design: naskhBroadsheet({
      text: {
        roman: faceFrom('noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf'),
        italic: faceFrom('noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf'),
        bold: faceFrom('noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'),
        'bold-italic': faceFrom('noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'),
      },
      headline: faceFrom('noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'),
      headlineItalic: faceFrom('noto-naskh-arabic/500Medium/NotoNaskhArabic_500Medium.ttf'),
      label: faceFrom('ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf'),
      labelBold: faceFrom('ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf'),
    }),
    ...{ publication: 'ديلي كورانت', language: 'ar', direction: 'rtl', words: ARABIC },
    ...{ vocabulary: ARABIC_WORDS, byline: 'آنا بيرغ', signs: 38, headCells: 20, pictureCells: 54 },
  },
} as const satisfies Readonly<Record<string, InventedPaper>>;
