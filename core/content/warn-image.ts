import type { Rendered } from '../../channels/contract.ts';
import type { ShownImage } from '../images/read-images.ts';
import type { Finding } from './verify/finding.ts';

type Input = { image: ShownImage | null | undefined; wanted: string | null | undefined; rendered: Rendered };

/** What a camera or a designer called it, which tells nobody what it shows. */
const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|webp|heic)$/i;

/** What becomes of the picture that the draft names: gone from the library, without words for those who do not see it, or not shown on this channel. */
export function warnImage({ image, wanted, rendered }: Input): Finding[] {
  if (!wanted) return [];
  if (!image)
    return [
      {
        severity: 'error',
        place: 'body',
        message: 'The picture of the campaign is not in the library any more.',
        repair: 'Choose another one, or none.',
      },
    ];
  const words = image.alternative.trim();
  const unseen: Finding[] =
    words.length > 1 && !FILE_NAME.test(words)
      ? []
      : [
          {
            severity: 'warning',
            place: 'body',
            message: `The picture “${image.name}” has no words for those who do not see it.`,
            repair: 'Write in the library what it shows: that is its alternative text.',
          },
        ];
  const hasHero = rendered.card !== undefined && 'hero' in rendered.card.contents;
  if (rendered.headers !== undefined || rendered.image !== undefined || hasHero) return unseen;
  return [
    {
      severity: 'warning',
      place: 'body',
      message: `The picture “${image.name}” is not shown on this channel.`,
      repair:
        'E-mail, push and in-app show it; WhatsApp does when it is no GIF, LINE in cards, from an https address.',
    },
  ];
}
