/** A form that an agency fills in again and again: `#` is a number, `{name}` one of the words of that name. */
export interface NearForm {
  readonly kind: string;
  readonly language: string;
  readonly text: string;
}

/** What stands in forms, by language and name. */
export const FORM_WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    place: ['Harwick', 'Selden', 'Port Avery', 'Low Moor', 'Strand', 'Aldermouth', 'Castle Wick', 'Tarn'],
    team: ['Harwick Town', 'Selden Rovers', 'Avery Athletic', 'Moor United', 'Strand City', 'Tarn Wanderers'],
    player: [
      'Osei',
      'Lindqvist',
      'Marchetti',
      'Novak',
      'Duarte',
      'Hale',
      'Petrov',
      'Achebe',
      'Brandt',
      'Silva',
    ],
    firm: ['Northern Tin', 'Avery Water', 'Selden Optical', 'Moor Timber', 'Strand Shipping', 'Tarn Dairies'],
    sky: ['sunny spells', 'a few showers', 'cloud and drizzle', 'long spells of rain', 'dry and bright'],
    turn: ['rose', 'fell', 'gained', 'slipped', 'climbed'],
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  },
  de: {
    place: ['Altenau', 'Birkenfeld', 'Krummsee', 'Neustadt', 'Oberdorf', 'Wiesental'],
    turn: ['gestiegen', 'gefallen', 'geklettert', 'gesunken'],
  },
  zh: {
    place: ['临江', '东港', '云山', '石桥', '南溪', '白河'],
    turn: ['上涨', '下跌', '走高', '回落'],
  },
  ar: {
    place: ['الميناء', 'الجبل', 'الساحل', 'النهر', 'القلعة', 'الواحة'],
    turn: ['ارتفع', 'انخفض', 'صعد', 'تراجع'],
  },
};

/** Forms of our own making. */
export const NEAR_FORMS: readonly NearForm[] = [
  {
    kind: 'market',
    language: 'en',
    text: 'The main share index closed up # points at # on {day}, helped by gains in mining and bank shares, dealers said. Turnover was # million shares, against # million the day before. {firm} {turn} # percent to # pence and {firm} {turn} # percent to # pence. The pound stood at # dollars, against # at the previous close. Dealers said trade was thin before the holiday and that few expected a clear direction before the bank’s next meeting.',
  },
  {
    kind: 'match',
    language: 'en',
    text: '{team} beat {team} #-# in the second division on {day} before a crowd of #. {player} scored in the # minute after a corner and {player} made it # ten minutes from time. The visitors had the better of the first half but {player} was sent off for a second booking. The result leaves {team} # points clear at the top of the table with # games to play, while {team} stay in #th place.',
  },
  {
    kind: 'weather',
    language: 'en',
    text: 'Forecast for {place} and the coast: {day} will bring {sky}, with a high of # degrees and a low of # degrees. Winds will be light from the west, reaching # kilometres an hour on high ground. The outlook for the rest of the week is for {sky}, with highs of # to # degrees. The sun rises at # and sets at #. High water at the harbour is at # and at #.',
  },
  {
    kind: 'quake',
    language: 'en',
    text: 'An earthquake of magnitude # struck # kilometres from {place} on {day}, the geological survey said. The quake was centred at a depth of # kilometres. There were no immediate reports of damage or of injuries. The survey first put the magnitude at #. No tsunami warning was issued. The region is prone to earthquakes.',
  },
  {
    kind: 'results',
    language: 'en',
    text: 'Results from the second division on {day}: {team} # {team} #; {team} # {team} #; {team} # {team} #; {team} # {team} #. Scorers: {player} #, {player} #, {player} #, {player} #. Attendances: #, #, #, #. Table: {team} #, {team} #, {team} #, {team} #.',
  },
  {
    kind: 'profit',
    language: 'en',
    text: '{firm} on {day} reported net income of # million crowns in its third quarter. The company said it had profit of # crowns per share. Earnings, adjusted for one-time gains and costs, came to # crowns per share. The results topped the expectations of analysts, who had looked for earnings of # crowns per share. The company posted revenue of # million crowns in the period, also above the forecasts. {firm} shares have {turn} # percent since the beginning of the year.',
  },
  {
    kind: 'warning',
    language: 'en',
    text: 'A yellow warning of wind is in force for {place} until {day} evening, the weather office said. Gusts of # kilometres an hour are expected, and # in exposed places. Ferry passengers are advised to check before they travel. Roads near the shore may be closed at high water. The fire service asked people to stay away from the harbour wall.',
  },
  {
    kind: 'market',
    language: 'de',
    text: 'Der Leitindex ist am Mittag um # Punkte auf # Zähler {turn}. Händler sprachen von einem ruhigen Geschäft vor den Zahlen der kommenden Woche. Der Umsatz lag bei # Millionen Euro nach # Millionen am Vortag. Der Euro kostete # Dollar nach # Dollar am Vorabend. Die Rendite der zehnjährigen Anleihen lag bei # Prozent.',
  },
  {
    kind: 'police',
    language: 'de',
    text: 'Bei einem Unfall auf der Landstraße bei {place} sind am Abend # Menschen verletzt worden, wie die Polizei mitteilte. Ein # Jahre alter Fahrer war mit seinem Wagen von der Straße abgekommen. Die Straße war # Stunden gesperrt. Den Schaden schätzte die Polizei auf # Euro. Die Ermittlungen zur Ursache dauern an.',
  },
  {
    kind: 'market',
    language: 'zh',
    text: '股指周一收盘{turn}#点，报#点，成交额#亿元，前一交易日为#亿元。银行股和地产股表现较好，{place}矿业{turn}百分之#。分析人士说，市场在下周会议之前可能继续观望，短期内难以出现明确方向。人民币兑美元中间价报#，前一日为#。',
  },
  {
    kind: 'weather',
    language: 'zh',
    text: '气象台预计，{place}明天多云转小雨，最高气温#度，最低气温#度，偏北风#级，阵风#级。后天降水逐渐停止，气温回升到#度。有关部门提醒市民出行注意防滑，渔船应及时回港避风。日出时间#，日落时间#。',
  },
  {
    kind: 'market',
    language: 'ar',
    text: '{turn} المؤشر الرئيسي للأسهم # نقطة عند الإغلاق إلى # نقطة بعد مكاسب لأسهم البنوك وشركات التعدين في {place}. وبلغ حجم التداول # مليون سهم مقابل # مليون في الجلسة السابقة. وقال متعاملون إن التداول كان هادئا قبل العطلة ولا ينتظر أحد اتجاها واضحا قبل اجتماع البنك المقبل. وبلغ سعر الصرف # مقابل # في الجلسة السابقة.',
  },
  {
    kind: 'quake',
    language: 'ar',
    text: 'ضرب زلزال بقوة # درجات منطقة تبعد # كيلومترا عن {place} وقالت هيئة المسح الجيولوجي إن مركزه كان على عمق # كيلومترات. ولم ترد أنباء فورية عن أضرار أو إصابات. وكانت الهيئة قدرت قوته في البداية عند # درجات. ولم يصدر تحذير من موجات مد.',
  },
];

/** Words as two houses spell them. */
export const SPELLINGS: Readonly<Record<string, string>> = {
  labour: 'labor',
  centre: 'center',
  defence: 'defense',
  programme: 'program',
  organisation: 'organization',
  organised: 'organized',
  neighbour: 'neighbor',
  neighbours: 'neighbors',
  colour: 'color',
  favour: 'favor',
  behaviour: 'behavior',
  travelled: 'traveled',
  licence: 'license',
  percent: 'per cent',
  realise: 'realize',
  realised: 'realized',
  recognise: 'recognize',
  towards: 'toward',
  mr: 'mister',
  adviser: 'advisor',
  'health care': 'healthcare',
  september: 'sept',
  november: 'nov',
  says: 'said',
};
