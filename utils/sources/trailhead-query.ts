/**
 * What is asked of Trailhead's own API for its pages (unofficial: facts on sources, 3). Only what is used is named; an
 * award of a profile that is not the asker's own is an `EarnedAwardBase`, and that has no day.
 */
const award = 'id award { id title type icon content { webUrl description } }';

export const badgesQuery = `query GetTrailheadBadges($slug: String, $hasSlug: Boolean!, $count: Int = 8, $after: String = null) {
  profile(slug: $slug) @include(if: $hasSlug) {
    __typename
    ... on PublicProfile {
      earnedAwards(first: $count, after: $after) {
        edges { node { __typename ... on EarnedAwardBase { ${award} } ... on EarnedAwardSelf { ${award} earnedAt } } }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
}`;

export const certificationsQuery = `query GetUserCertifications($slug: String, $hasSlug: Boolean!) {
  profile(slug: $slug) @include(if: $hasSlug) {
    __typename
    ... on PublicProfile {
      credential {
        certifications {
          title publicDescription product dateCompleted dateExpired maintenanceDueDate
          logoUrl infoUrl status { title expired date }
        }
      }
    }
  }
}`;
