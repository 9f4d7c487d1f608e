import { redirect, type Answer, type Site, type WorldRequest } from './answer.ts';
import { drawBadgeArt } from './badge-art.ts';
import { mintBadge } from './credly-badges.ts';
import { answerExternal, answerShortLink } from './credly-external.ts';
import { answerList, inventPeople, type Person } from './credly-lists.ts';
import { answerBadgePage, answerOpenBadges, specialBadges, type FindBadge } from './credly-open-badges.ts';

/** A rule for some requests. Null lets the usual answer stand. */
export type Rule = (request: WorldRequest) => Answer | null;

/** Credly with invented earners: the public list, profiles, assertions, pictures, and any fault on demand. */
export function createCredly() {
  const people = inventPeople();
  const rules: Rule[] = [];
  const special = specialBadges(people[0]?.badges[0] ?? mintBadge('b0b0b0b0-0000', 0));
  const find: FindBadge = (id) =>
    [...special.badges, ...people.flatMap(({ badges }) => badges)].find((badge) => badge.id === id);

  const site: Site = (request) => {
    for (const rule of rules) {
      const answer = rule(request);
      if (answer) return answer;
    }
    const path = request.url.pathname;
    if (request.host === 'images.credly.com') return picture(path);
    return (
      answerList(request, people) ??
      answerExternal(request.url, people) ??
      answerShortLink(path, people[0]?.badges ?? []) ??
      answerOpenBadges(path, find, special) ??
      answerBadgePage(path, find)
    );
  };

  return {
    site,
    people,
    showcase: special.showcase,
    /** Gmail's image proxy shows the picture behind the hash, which a server never sees: any badge art will do. */
    imageProxy: (() => pngAnswer(3)) as Site,
    /** Answers differently from now on; returns what takes the rule away again. */
    addRule(rule: Rule): () => void {
      rules.unshift(rule);
      return () => void rules.splice(rules.indexOf(rule), 1);
    },
    /** The same for the list of badges alone, for so many requests. */
    onList(answer: Answer, times = Infinity): () => void {
      let left = times;
      return this.addRule((request) => {
        if (!/\/users\/[^/]+\/badges(\.json)?$/.test(request.url.pathname) || left <= 0) return null;
        left -= 1;
        return answer;
      });
    },
    /** The earner receives so many badges more. */
    mintMore(person: Person, count: number): void {
      const more = Array.from({ length: count }, (_, index) => mintBadge('b9b9b9b9-0000', 900 + index));
      person.badges = [...more, ...person.badges];
    },
    signIn: redirect('https://www.credly.com/users/sign_in'),
  };
}
export type Credly = ReturnType<typeof createCredly>;

function picture(path: string): Answer | null {
  const [, size = '220', id] = /^(?:\/size\/(\d+)x\d+)?\/images\/([0-9a-f-]{36})\//.exec(path) ?? [];
  return id ? pngAnswer(Number(id.slice(-12)), Math.min(Number(size), 340)) : null;
}

function pngAnswer(number: number, size = 220): Answer {
  return { headers: { 'content-type': 'image/png' }, body: drawBadgeArt(number, size) };
}
