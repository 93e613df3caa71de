import type { Piece, PieceView } from '../map/piece'
import { paintTag, tagSize } from '../map/tag'
import { stampTeam, teamColour } from './team-symbols'

/** The team that would be sent to the selection, before anybody has sent it. */
export interface Recommended {
  readonly teamId: string
  readonly callSign: string
  readonly way: string
  readonly siteId: string
  readonly at: GeoJSON.Position
}

/** A dashed tag beside the incident, since it is not true yet. */
export const recommendedPieces = (
  recommended: Recommended | null,
  { widthOf }: PieceView,
): readonly Piece[] => {
  if (!recommended) return []
  const { teamId, callSign, way, siteId, at } = recommended
  const words = { strong: callSign, rest: way }
  const size = tagSize(words, widthOf)
  return [
    {
      at,
      size,
      stands: { beside: `site:${siteId}` },
      ids: [teamId],
      rank: 194,
      leader: 'rgba(60, 200, 184, 0.5)',
      paint: (context, middle) =>
        paintTag(context, middle, {
          words,
          size,
          look: {
            colour: teamColour,
            dashed: true,
            symbol: (pen, at) => stampTeam(pen, 'team-available', at),
          },
        }),
    },
  ]
}
