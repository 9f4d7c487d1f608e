import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareHolderNames } from '@/utils/holder-name';

/** Two names, by what they are to each other. All invented. */
const same: readonly (readonly [string, string])[] = [
  ['Jane Doe', 'Jane Doe'],
  ['Jane Doe', 'JANE  DOE '],
  ['Jane Doe', 'Ｊａｎｅ　Ｄｏｅ'],
  ['Jane Doe', '𝐉𝐚𝐧𝐞 𝐃𝐨𝐞'],
  ['Jane Doe', 'Ja\u200Bne\u202E Do\u00ADe'],
  ['Jane Doe', '🚀 Jane Doe™ 🇰🇷 1️⃣'],
  ['Jane Doe', 'Doe, Jane'],
  ['Jane Doe', 'Doe Jane'],
  ['Jane Doe', 'Jane Q. Doe, PhD'],
  ['Jane Q. Doe', 'Doe, Jane Q.'],
  ['Jane Q. Doe', 'Jane Quinn Doe'],
  ['Jane Doe', 'Jane Quinn Doe'],
  ['Jane Doe', 'Prof. Dr. Jane Doe MBA'],
  ['Jane Doe', 'Jane Doe, Ph. D.'],
  ['Jane Doe', 'Jane Doe, CISSP, AIGP, AWS-SAP, AZ-900'],
  ['Jane Doe', 'Jane Doe (She/Her)'],
  ['Jane Doe', 'Jane Doe she/her/hers'],
  ['Jane Doe', 'Jane "Janie" Doe'],
  ['Jane Doe', 'Jane Doe | Cloud Engineer'],
  ['Jane Doe', 'Jane Doe – Northwind'],
  ['Jane Doe', 'Jane Doe (Northwind 365'],
  ['Long Ma', 'Ma, Long'],
  ['Long Ma', 'Long Ma'],
  ['Jane Doe PMP, MSc', 'JANE DOE, PhD'],
  ['Md Rahim Uddin', 'MD RAHIM UDDIN'],
  ['Sean O’Brien', "Sean O'Brien"],
  ['Sean O´Brien', 'Sean OBrien'],
  ['Anna-Maria Doe', 'Anna Maria Doe'],
  ['Anna-Maria Doe', 'Annamaria Doe'],
  ['Jane Doe-Smith', 'Jane Doe Smith'],
  ['John Doe Jr.', 'John Doe, Junior'],
  // German, Nordic, Polish, Turkish, Azerbaijani, Icelandic, Catalan.
  ['Jörg Müller', 'Jorg Muller'],
  ['Jörg Müller', 'Joerg Mueller'],
  ['Jörg Müller', 'JÖRG MU\u0308LLER'],
  ['Uwe Groß', 'Uwe Gross'],
  ['Uwe Groß', 'UWE GROSS'],
  ['Søren Ågård', 'Soren Aagaard'],
  ['Łukasz Wójcik', 'Lukasz Wojcik'],
  ['Işıl Yıldız', 'IŞIL YILDIZ'],
  ['Işıl Yıldız', 'Isil Yildiz'],
  ['İpek Çelik', 'ipek çelik'],
  ['Leyla Əliyeva', 'Leyla Aliyeva'],
  ['Đorđe Petrović', 'Djordje Petrovic'],
  ['Guðrún Þórsdóttir', 'Gudrun Thorsdottir'],
  ['Mireia Gal·la', 'Mireia Galla'],
  // Spanish, Portuguese, Dutch, Vietnamese.
  ['María García López', 'Maria Garcia Lopez'],
  ['García López, María', 'María García López'],
  ['Ana da Silva', 'Ana Silva'],
  ['Ana Maria da Silva', 'ANA MARIA DA SILVA'],
  ['Jan van der Berg', 'van der Berg, Jan'],
  ['Jan van der Berg', 'Jan Vanderberg'],
  ['Juan de la Cruz', 'Juan Delacruz'],
  ['Nguyễn Văn Hùng', 'Nguyen Van Hung'],
  ['Nguyễn Văn Hùng', 'Hung Nguyen Van'],
  // Korean.
  ['김민지', '김 민지'],
  ['김민지', '민지 김'],
  ['김민지', '김민지님'],
  ['김민지', '김민지 교수님'],
  ['김민지', '김민지, PMP'],
  ['김민지', '김민지 | 노스윈드'],
  ['김민지', '김민지'.normalize('NFD')],
  ['김민지', 'Kim Minji (김민지)'],
  ['김민지', 'Minji Kim 김민지'],
  ['Kim Minji', '김민지 (Minji Kim)'],
  ['Kim Minji (김민지)', 'Minji Kim (김 민지)'],
  ['Kim Min-ji', 'Kim Minji'],
  ['Kim Min-ji', 'Minji Kim'],
  ['Kim Min-ji', 'Min Ji Kim'],
  ['Min Ji Kim', 'KIM MIN JI'],
  ['남궁 하늘', '하늘 남궁'],
  // Chinese and Japanese.
  ['王小明', '王 小明'],
  ['王小明', '小明 王'],
  ['王小明', '王小明先生'],
  ['Wang Xiaoming', 'Xiao Ming Wang'],
  ['山田太郎', '山田　太郎'],
  ['山田太郎', '太郎 山田'],
  ['山田太郎様', 'Taro Yamada (山田 太郎)'],
  ['佐藤さくら', '佐藤 さくら'],
  ['ジェーン・ドー', 'ｼﾞｪｰﾝ ﾄﾞｰ'],
  // Other scripts.
  ['Иван Петрович Сидоров', 'Сидоров Иван Петрович'],
  ['Пётр Орлов', 'Петр Орлов'],
  ['Νίκος Παππάς', 'ΝΙΚΟΣ ΠΑΠΠΑΣ'],
  ['أحمد العلي', 'احمد العلي'],
  ['مُحَمَّد كريم', 'محمـد کریم'],
  ['שָׂרָה לוי', 'שרה לוי'],
  ['राम शर्मा', 'शर्मा राम'],
  ['สมชาย ใจดี', 'ใจดี สมชาย'],
  ['நிலா குமார்', 'நிலா குமார்'],
];

const different: readonly (readonly [string, string])[] = [
  ['Jane Doe', 'Robert Smith'],
  ['Jane Doe', 'Dr. Robert T. Smith, CISSP'],
  ['Jane Doe (She/Her)', 'Robert Smith (He/Him)'],
  ['Doe, Jane', 'Smith, Robert'],
  ['John Doe Jr.', 'Robert Smith Jr.'],
  ['Jörg Müller', 'Łukasz Wójcik'],
  ['María García López', 'Uwe Groß'],
  ['João da Silva', 'Pieter van der Berg'],
  ['Nguyễn Văn Hùng', 'Trần Thị Mai'],
  ['Kim Min-ji', 'Park Seo-jun'],
  ['Guðrún Þórsdóttir', 'Işıl Yıldız'],
  ['김민지', '박서준'],
  ['김민지', '서준 박'],
  ['Kim Minji (김민지)', 'Park Seojun (박서준)'],
  ['王小明', '李大華'],
  ['山田太郎', '鈴木花子'],
  ['佐藤さくら', '鈴木ひなた'],
  ['Иван Сидоров', 'Пётр Орлов'],
  ['Νίκος Παππάς', 'Ελένη Γεωργίου'],
  ['أحمد العلي', 'ليلى حسن'],
  ['राम शर्मा', 'गीता पटेल'],
];

const unknown: readonly (readonly [string, string])[] = [
  ['', ''],
  ['', 'Jane Doe'],
  [' \u200B🚀 ', 'Jane Doe'],
  ['Jane', 'Jane Doe'],
  ['Jane', 'Robert Smith'],
  ['Jane', 'Jane'],
  ['Dr. Doe', 'Jane Doe'],
  ['Jane MBA', 'Jane Doe'],
  ['J. Doe', 'Jane Doe'],
  ['J. Doe', 'J. Doe'],
  ['Jane D.', 'Jane Doe'],
  ['JaneDoe', 'Jane Doe'],
  ['Jane Doe', 'John Doe'],
  ['Jane Doe', 'Jane Smith'],
  ['Jane Doe', 'Jane Doe-Smith'],
  ['Jane Smith', 'Jane Doe-Smith'],
  ['Jane Doe', 'Jane Doe - Smith'],
  ['Jane Doe', 'Jane Doe Smith'],
  ['Jane Smith (Doe)', 'Mary Doe'],
  ['Jane Smith (née Doe)', 'Jane Doe'],
  ['Jane Q. Doe', 'Jane R. Doe'],
  ['Jane Quinn Doe', 'Jane Rose Doe'],
  ['Jane Mary Doe', 'Mary Jane Doe'],
  ['Jane Quinn Rose Doe', 'Jane Doe'],
  ['Jane Q. Doe', 'Robert Quinn'],
  ['Liz Doe', 'Elizabeth Doe'],
  ['Alex Smith', 'Alexander Jones'],
  ['Mohammed Hussein', 'Muhammad Husayn'],
  ['Janne Doee', 'Jane Doe'],
  ['Jan Edoe', 'Jane Doe'],
  ['John Doe Jr.', 'John Doe'],
  ['John Doe II', 'John Doe III'],
  ['Jane Doe 2', 'Jane Doe'],
  ['J4ne D0e', 'Jane Doe'],
  ['Jane Doe', 'Jane Doe, Cloud Engineer'],
  ['GARCIA LOPEZ, MARIA', 'Garcia Lopez'],
  ['Jane Doe'.padEnd(201), 'Jane Doe'],
  ['Chidi Okafor Mba', 'Chidi Okafor'],
  ['JANE DOE MBA', 'Jane Doe'],
  ['김민지 Smith', '김민지'],
  ['Kim 민지', '김민지'],
  // Letters that look alike.
  ['J\u0430ne Doe', 'Jane Doe'],
  ['Jane D\u03BFe', 'Jane Doe'],
  ['\u0408\u0430\u043De Doe', 'Jane Doe'],
  ['ᴊᴀɴᴇ ᴅᴏᴇ', 'Jane Doe'],
  ['Jɑne Doe', 'Jane Doe'],
  ['Саша Роза', 'Caшa Po3a'],
  // Initials.
  ['R. K. Narayan', 'R.K. Narayan'],
  ['R. K. Narayan', 'Ravi Kumar Narayan'],
  ['RK Narayan', 'Ravi Kumar'],
  ['Ramesh S', 'Ramesh Subramanian'],
  ['S. Ramesh', 'T. Ramesh'],
  // Accents on both sides, and one-sided spellings.
  ['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng'],
  ['Uwe Mueller', 'Uwe Muller'],
  ['María García López', 'María García'],
  ['João Carlos Pereira da Silva', 'João Silva'],
  ['Jan van der Berg', 'Jan Berg'],
  ['Jón Einarsson', 'Einar Jónsson'],
  // Other writings are not guessed.
  ['김민지', 'Kim Minji'],
  ['김민지', 'Park Seojun'],
  ['박서준', 'Minji Kim (김민지)'],
  ['김민지', 'Minji Kim (민지)'],
  ['김민지', 'Minji Kim (서울의한회사)'],
  ['Park Seojun (김민지)', 'Kim Minji (김민지)'],
  ['Minji Kim', '김민지 (AWS Community Builder)'],
  ['王小明', 'Wang Xiaoming'],
  ['Иван Сидоров', 'Ivan Sidorov'],
  ['やまだ たろう', '山田 太郎'],
  ['ヤマダ タロウ', 'やまだ たろう'],
  ['أحمد العلي', 'Ahmed Al-Ali'],
  // Korean, Chinese, Japanese.
  ['민지', '김민지'],
  ['민지', '민지'],
  ['김민지', '이민지'],
  ['김민지', '김서준'],
  ['김민 지', '김 민지'],
  ['지 민', '민지'],
  ['Kim Min Ji', 'Kim Ji'],
  ['Kim Min Ji', 'Ji Min Kim'],
  ['Wang Xiao Ming', 'Wang Ming'],
  ['Choi Minseo', 'Choe Jiwoo'],
  ['Gim Minjee', 'Kim Minji'],
  ['田中', '田中'],
  ['田中', '田中太郎'],
  ['陳偉麗', '陈伟丽'],
  ['王小明', '王大明'],
  ['佐藤さくら', '鈴木ハナ'],
  ['金민지', '김민지'],
];

describe('holder-name', () => {
  const rows = [
    ...same.map((pair) => [...pair, 'same'] as const),
    ...different.map((pair) => [...pair, 'different'] as const),
    ...unknown.map((pair) => [...pair, 'unknown'] as const),
  ];
  it.each(rows)('%j and %j: %s', (one, other, expected) => {
    expect(compareHolderNames(one, other)).toBe(expected);
    expect(compareHolderNames(other, one)).toBe(expected);
  });

  const names = [...new Set(rows.flatMap(([one, other]) => [one, other]))];
  const words = [...new Set(names.flatMap((name) => name.split(' ')))];
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'abjöüßıеаKim민지김王山さ.,-()"|/ \u200B1') }),
    fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((found) => found.join(' ')),
    fc.constantFrom(...names),
  );

  it('does not mind which name is which', () => {
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        expect(compareHolderNames(one, other)).toBe(compareHolderNames(other, one));
      }),
      { numRuns: 2000 },
    );
  });

  it('never takes a name for another than itself', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(compareHolderNames(name, name)).not.toBe('different');
      }),
      { numRuns: 2000 },
    );
  });

  it('takes two plain words for the same in either order', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrtuvwxyz'),
      minLength: 7,
      maxLength: 12,
    });
    fc.assert(
      fc.property(word, word, (given, family) => {
        expect(compareHolderNames(`${given} ${family}`, `${family} ${given}`)).toBe('same');
      }),
    );
  });

  it('is quick with whatever is put in', () => {
    const long = ['a '.repeat(100), '('.repeat(200), 'she/'.repeat(50), ' -'.repeat(100), 'ﷺ'.repeat(200)];
    const startedAt = performance.now();
    for (const one of long) for (const other of long) compareHolderNames(one, other);
    const many = Array.from(
      { length: 12 },
      (_, index) => `abcdefghijklmn${'opqrstuvwxyz'.charAt(index)}`,
    ).join(' ');
    compareHolderNames(many, many.toUpperCase().replaceAll('C', 'X'));
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
