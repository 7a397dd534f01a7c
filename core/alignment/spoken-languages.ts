/** Languages (BCP 47) a text can be spoken in to find it in the sound, as far as people speak them; see `choose-voice`. */
export const spokenLanguages: readonly string[] = (
  'af am ar as az ba be bg bn bpy bs ca cs cv cy da de el en en-us eo es es-419 et eu fa fi fr ga gd gn gu hak haw he hi hr ht hu hy ' +
  'ia id io is it ja ka kk kl kn ko kok ku ky la lb lt ltg lv mi mk ml mr ms mt my nb ne nl om or pa pap pl pt pt-br quc ro ru sd ' +
  'shn si sk sl smj sq sr sv sw ta te th tk tr tt ug uk ur uz vi yue zh'
).split(' ');
