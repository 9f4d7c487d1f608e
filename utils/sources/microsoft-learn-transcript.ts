import * as v from 'valibot';
import { AppError } from '../errors';
import type { Exam } from '../sync-progress';
import { toPlainLine } from '../plain-line';
import { count, listOf, named, textOrNull } from './record-fields';

/**
 * What is read of a transcript. The rest goes no further than here: the earner's e-mail address, legal name and numbers,
 * and up to thousands of modules.
 */
const certificationSchema = v.object({
  name: named,
  certificationNumber: textOrNull,
  status: textOrNull,
  dateEarned: v.string(),
  expiration: textOrNull,
});
const skillSchema = v.object({ credentialId: textOrNull, title: named, awardedOn: v.string() });
const examSchema = v.object({ examTitle: named, examNumber: textOrNull, examDateTaken: v.string() });
/** Their shape was never seen (every recorded list is empty): the words of the lists beside them are tried. */
const qualificationSchema = v.looseObject({});
const total = v.fallback(v.nullable(count), null);

const certificationData = v.object({
  totalActiveCertifications: total,
  totalHistoricalCertifications: total,
  totalQualificationsEarned: total,
  activeCertifications: list(),
  historicalCertifications: list(),
  qualifications: list(),
  passedExams: list(),
});
const skillsData = v.object({ totalAppliedSkills: total, appliedSkillsCredentials: list() });
const transcriptSchema = v.object({
  certificationData: v.optional(v.nullable(certificationData), null),
  appliedSkillsData: v.optional(v.nullable(skillsData), null),
});

/** A list that may be missing, but is a list where it is there. */
function list() {
  return v.optional(v.nullable(v.array(v.unknown())), []);
}

/** One line of the transcript, without anything personal. */
export const entrySchema = v.object({
  kind: v.picklist(['certification', 'applied-skill', 'qualification']),
  /** The number of a certification, the id of an applied skill. */
  id: v.nullable(v.string()),
  name: named,
  /** In the transcript's word: Active, Expired, Retired. */
  status: v.nullable(v.string()),
  isHistorical: v.boolean(),
  earnedOn: v.string(),
  expiresOn: v.nullable(v.string()),
});
export type TranscriptEntry = v.InferOutput<typeof entrySchema>;

export interface Transcript {
  readonly entries: readonly TranscriptEntry[];
  readonly exams: readonly Exam[];
  /** Certifications, qualifications and applied skills together; null unless each total is stated. */
  readonly statedTotal: number | null;
}

/** @throws AppError `bad-response` when it is no transcript, or nothing in it can be read */
export function parseTranscript(json: unknown): Transcript {
  const parsed = v.safeParse(transcriptSchema, json);
  if (!parsed.success) throw new AppError('bad-response', v.summarize(parsed.issues).slice(0, 200));
  const { certificationData: data, appliedSkillsData: skills } = parsed.output;
  if (!data && !skills && !isTranscript(json)) throw new AppError('bad-response', 'not a transcript');
  const listed = [
    ...(data?.activeCertifications ?? []).map((item) => toCertification(item, false)),
    ...(data?.historicalCertifications ?? []).map((item) => toCertification(item, true)),
    ...(data?.qualifications ?? []).map(toQualification),
    ...(skills?.appliedSkillsCredentials ?? []).map(toSkill),
  ];
  const entries = listed.filter((entry) => entry !== null);
  if (listed.length > 0 && entries.length === 0)
    throw new AppError('bad-response', `none of ${listed.length} lines is a certification as we know it`);
  return {
    entries,
    exams: v.parse(listOf(examSchema), data?.passedExams ?? []).flatMap(toExam),
    statedTotal: addUp(data, skills),
  };
}

/** An earner without any certification has a transcript all the same. */
function isTranscript(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'totalModulesCompleted' in json;
}

/** Without the part there are none of it; a part without its total leaves open how many. */
function addUp(
  data: v.InferOutput<typeof certificationData> | null,
  skills: v.InferOutput<typeof skillsData> | null,
): number | null {
  const totals = [
    ...(data ? [data.totalActiveCertifications, data.totalHistoricalCertifications] : []),
    // Left out of older answers, as it seems; nothing is listed then either.
    data?.totalQualificationsEarned ?? data?.qualifications?.length ?? 0,
    ...(skills ? [skills.totalAppliedSkills] : []),
  ];
  return totals.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

function toCertification(raw: unknown, isHistorical: boolean): TranscriptEntry | null {
  const { success, output } = v.safeParse(certificationSchema, raw);
  const earnedOn = success ? toDay(output.dateEarned) : null;
  if (!success || !earnedOn) return null;
  const { name, certificationNumber: id, status, expiration } = output;
  return {
    kind: 'certification',
    id,
    name: toPlainLine(name, 300),
    status,
    isHistorical,
    earnedOn,
    expiresOn: toDay(expiration),
  };
}

function toSkill(raw: unknown): TranscriptEntry | null {
  const { success, output } = v.safeParse(skillSchema, raw);
  const earnedOn = success ? toDay(output.awardedOn) : null;
  if (!success || !earnedOn) return null;
  const id = /^[0-9a-f]{16}$/i.test(output.credentialId ?? '') ? output.credentialId : null;
  const name = toPlainLine(output.title, 300);
  return { kind: 'applied-skill', id, name, status: null, isHistorical: false, earnedOn, expiresOn: null };
}

function toQualification(raw: unknown): TranscriptEntry | null {
  const { success, output } = v.safeParse(qualificationSchema, raw);
  if (!success) return null;
  const first = (...keys: string[]) =>
    keys.map((key) => output[key]).find((value) => typeof value === 'string' && value.trim() !== '') as
      string | undefined;
  const name = first('name', 'title', 'qualificationName', 'qualificationTitle');
  const earnedOn = toDay(first('dateEarned', 'awardedOn', 'earnedOn', 'dateAwarded', 'completedOn') ?? null);
  if (!name || !earnedOn) return null;
  return {
    kind: 'qualification',
    id: first('qualificationNumber', 'certificationNumber', 'credentialId') ?? null,
    name: toPlainLine(name, 300),
    status: first('status') ?? null,
    isHistorical: false,
    earnedOn,
    expiresOn: toDay(first('expiration', 'expiresOn') ?? null),
  };
}

function toExam({ examTitle, examNumber, examDateTaken }: v.InferOutput<typeof examSchema>): Exam[] {
  const takenOn = toDay(examDateTaken);
  return takenOn
    ? [{ title: toPlainLine(examTitle, 300), number: toPlainLine(examNumber ?? '', 40), takenOn }]
    : [];
}

/** All moments in transcripts are in UTC (facts on sources, 2.1): the day is what they begin with. */
export function toDay(moment: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(moment ?? '')?.[0];
  const at = day ? new Date(`${day}T00:00:00Z`) : null;
  return day && at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}
