/** Letters that NFD does not take apart: each with what it is written as where a keyboard lacks it. */
const plainLetters = lettersOf('øo æae œoe łl đd ðd þth ħh ŋn əe ɓb ɗd ƙk');
/** The longer spelling of the same: Müller is Mueller, Ågård is Aagaard, Đorđe is Djordje, Əliyev is Aliyev. */
const longLetters = lettersOf('äae öoe üue åaa øoe đdj əa');
/** One letter in two forms that a change of case or a keyboard swaps: Turkish ı, German ß, Greek ς, Persian ی and ک. */
const oneLetter = lettersOf('ıi ßss ςσ یي ىي کك');
/** Marks on letters of Latin, Greek, Cyrillic, Arabic and Hebrew. Those of Indic scripts and of kana are vowels and sounds. */
const marks = /[\u0300-\u036F]|[\u0591-\u05C7]|[\u064B-\u065F]|\u0670|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]/gu;

/** Han characters of names, each with its simplified or its Japanese form. Enough of them to doubt, not to equate. */
const hanVariants = lettersOf(
  '陳陈 張张 劉刘 楊杨 黃黄 趙赵 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 韓韩 馮冯 鄧邓 許许 蘇苏 盧卢 蔣蒋 賈贾 葉叶 閻阎 鍾钟 陸陆 範范 譚谭 鄒邹 賀贺 龔龚 顧顾 ' +
    '龍龙 萬万 錢钱 湯汤 嚴严 喬乔 賴赖 龐庞 蘭兰 齊齐 莊庄 衛卫 魯鲁 畢毕 呂吕 雲云 寧宁 關关 紀纪 項项 閆闫 聶聂 蕭萧 肖萧 藍蓝 簡简 歐欧 單单 費费 鮑鲍 ' +
    '溫温 連连 塗涂 駱骆 倫伦 偉伟 麗丽 華华 國国 軍军 強强 傑杰 濤涛 鵬鹏 輝辉 飛飞 紅红 蓮莲 鳳凤 鶯莺 靜静 穎颖 潔洁 慶庆 東东 義义 禮礼 榮荣 樂乐 賢贤 ' +
    '勝胜 維维 緒绪 綺绮 綠绿 銘铭 鋒锋 鈞钧 長长 陽阳 順顺 頌颂 駿骏 興兴 書书 學学 實实 寶宝 誠诚 詩诗 語语 諾诺 愛爱 憶忆 懷怀 曉晓 暉晖 時时 業业 權权 ' +
    '歡欢 澤泽 沢泽 潤润 瀾澜 燁烨 瑩莹 環环 瓊琼 祿禄 穀谷 競竞 筆笔 經经 聰聪 肅肃 藝艺 貴贵 進进 遠远 達达 鄉乡 鐵铁 開开 間间 際际 雙双 韻韵 頤颐 風风 ' +
    '魚鱼 廣广 広广 斎斋 齋斋 斉齐 辺边 邊边 邉边 濱滨 浜滨 櫻樱 桜樱 竜龙 惠恵 眞真 栄荣 澁涩 渋涩 瀧滝 髙高 﨑崎 𠮷吉 亞亚 亜亚 島岛 嶋岛 徳德 黒黑 芸艺',
);

/** One word of a name in the three spellings in which two can meet. All are small letters. */
export interface Word {
  /** As it stands, with its accents. */
  readonly exact: string;
  /** Without accents. */
  readonly plain: string;
  /** Without accents, in the longer spelling. */
  readonly long: string;
  /** Its plain parts where it has a hyphen, else itself. */
  readonly parts: readonly string[];
}

/** A word of letters, marks and hyphens. */
export function toWord(text: string): Word {
  const pieces = text.split('-').filter(Boolean).map(toPiece);
  return { ...joinWords(pieces), parts: pieces.map(({ plain }) => plain) };
}

function toPiece(text: string): Word {
  // A capital İ becomes an i with a dot above it.
  const exact = swap(text.toLowerCase().replaceAll('i\u0307', 'i'), oneLetter).normalize('NFC');
  const plain = toPlain(exact);
  return { exact, plain, long: toPlain(swap(exact, longLetters)), parts: [plain] };
}

/** Words written as one: Min Ji, Minji. */
export function joinWords(words: readonly Word[]): Word {
  const join = (spelling: 'exact' | 'plain' | 'long') => words.map((word) => word[spelling]).join('');
  return {
    exact: join('exact'),
    plain: join('plain'),
    long: join('long'),
    parts: words.flatMap(({ parts }) => parts),
  };
}

/**
 * Whether two words are one. Accents may be missing on one side as a whole; where both sides have some, they are part of
 * the name (Hùng is not Hưng).
 */
export function isSameWord(one: Word, other: Word): boolean {
  return one.exact === other.exact || isSpellingOf(one, other) || isSpellingOf(other, one);
}

function isSpellingOf(one: Word, other: Word): boolean {
  return one.exact === one.plain && (one.exact === other.plain || one.exact === other.long);
}

/** A single letter that stands for a word. Of Han and Hangul see `holder-name.ts`: there it is a word. */
export function isInitial(word: Word): boolean {
  return lengthOf(word.plain) === 1;
}

/** Whether an initial may stand for a word, or for the same word as another initial. */
export function isInitialOf(one: Word, other: Word): boolean {
  return (isInitial(one) || isInitial(other)) && firstOf(one.plain) === firstOf(other.plain);
}

/** What in a word may be met in another name: itself, its parts, and the letters of RK in "RK Narayan". */
export function hintsOf({ plain, long, parts }: Word): readonly string[] {
  const isLetters = /^[b-df-hj-np-tv-xz]{2,3}$/.test(plain);
  return [...new Set([plain, long, ...parts, ...(isLetters ? plain : '')])];
}

/** Whether two hints may mean one word: an initial, a short form (Alex, Alexander), another spelling (Choi, Choe). */
export function isLikeHint(one: string, other: string): boolean {
  const [short, full] = lengthOf(one) <= lengthOf(other) ? [one, other] : [other, one];
  const length = lengthOf(short);
  if (length === 1) return firstOf(full) === short;
  if (length >= 3 && full.includes(short)) return true;
  const limit = length >= 5 ? 2 : length === 4 ? 1 : 0;
  return limit === 0 ? short === full : isWithin([...short], [...full], limit);
}

/** Whether texts of Han, kana or Hangul have a character in common, be it in another form. */
export function hasCommonCharacter(one: string, other: string): boolean {
  const known = new Set(swap(one, hanVariants));
  return [...swap(other, hanVariants)].some((character) => known.has(character));
}

/** Levenshtein's distance, row by row. Words are short: `holder-name-parts.ts` sees to it. */
function isWithin(one: readonly string[], other: readonly string[], limit: number): boolean {
  if (Math.abs(one.length - other.length) > limit) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of one.entries()) {
    const next = [index + 1];
    for (const [column, facing] of other.entries()) {
      const swapped = (row[column] ?? 0) + (letter === facing ? 0 : 1);
      next.push(Math.min(swapped, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= limit;
}

function toPlain(text: string): string {
  return swap(text.normalize('NFD').replace(marks, '').normalize('NFC'), plainLetters);
}

function swap(text: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => letters.get(letter) ?? letter).join('');
}

/** Pairs of a letter and what it becomes, with blanks between them. */
function lettersOf(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs.split(' ').map((pair) => {
      const [letter = '', ...reading] = pair;
      return [letter, reading.join('')] as const;
    }),
  );
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function firstOf(text: string): string | undefined {
  return Array.from(text)[0];
}
