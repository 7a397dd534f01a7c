const attribution =
  /(?:\p{Lu}[\p{L}.’'-]{0,30}\s+){1,3}(?:said|says|asked|asks|replied|replies|answered|added|shouted|cried|whispered|wondered|exclaimed|called|yelled|murmured|demanded|inquired|snapped|told|wrote)\b/uy;

/** Whether what stands at `at` names who said the quotation before it: `"Really?" Mary asked.` */
export function saysWhoSpoke(text: string, at: number): boolean {
  attribution.lastIndex = at;
  return attribution.test(text);
}
