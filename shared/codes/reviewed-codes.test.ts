import { describe, expect, it } from 'vitest'
import { type Classification, classify } from './classify'
import { cidRows, siaRows } from './tables'

/*
 * What every row of both tables becomes, read one by one against the meaning of the row: kind,
 * class, priority, and whether the site is open as well. A change of a table or of a rule shows
 * here as a moved code, to be read again by a person.
 */

const sia: Readonly<Record<string, string>> = {
  'burglary alarm 2': 'BA BG BM BV CM DF DL EA EZ UA UG UX UZ XM',
  'burglary alarm 3': 'CR',
  'burglary cancel 4': 'BC OC',
  'burglary restore 4': 'BH BR DH DR UH UR',
  'bypass restore 4': 'BU FU GU HU KU MU PU QU SU TU UU WU ZU',
  'bypass status 4': 'BB UB WB XW ZB',
  'bypass trouble 3': 'FB GB HB KB MB PB QB SB TB',
  'closing closing 3': 'CJ CK',
  'closing closing 4': 'CA CF CG CL CP CQ CS NF NL NM',
  'closing status 3': 'CE',
  'closing status 4': 'AF CB CW CZ NB',
  'closing trouble 3': 'CC CD CI EE NE OT',
  'communication restore 4': 'LR NR PO XC XH YE YK',
  'communication trouble 3': 'LT NC NT PF RT XA XL XQ XX YC YD YN YO YS',
  'duress alarm 1 opens': 'ND',
  'fire alarm 1': 'FA FG FM KA SA',
  'fire alarm 2': 'FL',
  'fire cancel 4': 'FC',
  'fire restore 4': 'FH FR KH KR SH SR',
  'gas alarm 1': 'GA',
  'gas restore 4': 'GH GR',
  'hold-up alarm 1': 'HA',
  'hold-up restore 4': 'HH HR',
  'medical alarm 1': 'MA',
  'medical alarm 2': 'NA',
  'medical restore 4': 'MH MR NS',
  'opening opening 3': 'OJ OK',
  'opening opening 4': 'NO NP OA OB OG OH OL OP OQ OR OS',
  'opening status 4': 'JP OZ',
  'opening trouble 3': 'CT JK OI',
  'panic alarm 1': 'PA QA',
  'panic restore 4': 'PH PR QH QR',
  'power restore 4': 'AR XR YJ YQ YR',
  'power trouble 3': 'AT XT YI YM YP YT',
  'tamper alarm 2': 'AA',
  'tamper alarm 3': 'ES JA TA XS',
  'tamper restore 4': 'EJ JC TH TJ TR XJ',
  'tamper trouble 3': 'DK TT',
  'technical alarm 3': 'WA ZA',
  'technical restore 4':
    'AN BE BJ EN ER FJ FQ FV GJ HJ IR KJ MJ OV PJ QJ SJ UJ VI VR WH WJ WR YH ZH ZJ ZR ZY',
  'technical status 4':
    'CO CX DA DB DC DD DE DG DI DN DO DP DQ DS DU DV DW DX DY DZ JD JH JL JO JR JS JT ' +
    'JV JX JY JZ LB LD LE LF LS LU LX MI PC PD PE PG RA RB RC RD RN RO RR RS RU SC VY VZ ' +
    'XI YB YG YY YZ',
  'technical trouble 3':
    'AS BD BS BT BZ DJ DM DT EM ET EX FS FT FW FY FZ GS GT HS HT IA KS KT MS MT OU PS PT QS ' +
    'QT RY SM SS ST US UT UY VO VT WS WT XE XF YA YF YU YW YX ZS ZT ZZ',
  'test status 4': 'TW TZ',
  'test test 4': 'BX FI FK FX GX RP RX TC TE TP TS TX VX',
  'unknown cancel 4': 'AB',
}

const cidAsNew: Readonly<Record<string, string>> = {
  'burglary alarm 2': '130 131 132 133 134 135 136 139 140 146 155 374 423',
  'burglary alarm 3': '138 459',
  'burglary cancel 4': '406',
  'bypass status 4': '433 434 501 520 521 522 523 524 525 526 527 553 570 573 574 576 577',
  'bypass trouble 3': '571 572 575',
  'closing status 3': '456 464',
  'closing status 4': '463',
  'closing trouble 3': '454 455 457',
  'communication trouble 3': '344 350 351 352 353 354 355 356 357 358 359 360 415 551 552',
  'duress alarm 1': '121 124 125',
  'fire alarm 1': '110 111 112 113 114 115 116 117',
  'fire alarm 2': '118',
  'gas alarm 1': '151 162',
  'hold-up alarm 1': '122 126',
  'medical alarm 1': '100 101 102',
  'medical alarm 2': '641',
  'opening opening 3': '450 451 452',
  'opening opening 4': '400 401 402 403 407 408 409 441 442',
  'opening status 4': '405 458',
  'opening trouble 3': '404 453',
  'panic alarm 1': '120 123 129',
  'panic restore 4': '465',
  'power trouble 3': '301 302 308 309 311 312 314 337 338 342 384',
  'tamper alarm 3': '137 144 145 341 383 461',
  'tamper trouble 3': '316',
  'technical alarm 3': '150 152 153 154 157 158 159 161 163 168 169',
  'technical status 4':
    '411 412 413 416 421 422 424 425 429 430 462 466 531 621 622 623 624 625 627 ' +
    '628 629 630 631 632 642 651 652 653 700',
  'technical trouble 3':
    '141 142 143 147 156 200 201 202 203 204 205 206 300 303 304 305 306 307 310 313 320 ' +
    '321 322 323 324 325 326 327 330 331 332 333 334 335 336 339 343 345 370 371 372 373 ' +
    '375 376 377 378 380 381 382 385 386 387 388 389 391 392 393 414 426 427 428 431 432 ' +
    '532 608 616 626 654',
  'test test 4': '601 602 603 604 605 606 607 609 611 612 613 614 615',
}

/** With qualifier 3, those that are more than the end of what they are as new. */
const cidAsRestore: Readonly<Record<string, string>> = {
  'burglary alarm 3': '459',
  'burglary cancel 4': '406',
  'closing closing 3': '450 451 452 456',
  'closing closing 4': '400 401 402 403 407 408 409 441 442',
  'closing status 3': '464',
  'closing status 4': '405 463',
  'closing trouble 3': '404 454 455 457',
  'opening status 4': '458',
  'opening trouble 3': '453',
  'technical status 4':
    '411 412 413 416 421 422 424 425 429 430 462 466 531 621 622 623 624 625 627 ' +
    '628 629 630 631 632 642 651 652 653 700',
  'technical trouble 3': '608',
  'test test 4': '601 602 603 604 605 606 607 609 611 612 613 614 615',
}

const words = ({ kind, class: said, priority, opens }: Classification): string =>
  `${kind} ${said} ${priority}${opens ? ' opens' : ''}`
/** As the lists above: codes by what they become. */
function grouped(
  codes: Iterable<string>,
  wordsOf: (code: string) => string | null,
): Record<string, string> {
  const groups: Record<string, string> = {}
  for (const code of [...codes].sort()) {
    const said = wordsOf(code)
    if (said !== null) groups[said] = groups[said] === undefined ? code : `${groups[said]} ${code}`
  }
  return groups
}

describe('The reviewed lists of codes', () => {
  it('say what every SIA code becomes', () =>
    expect(
      grouped(siaRows.keys(), (code) => words(classify({ table: 'sia', code, qualifier: 'new' }))),
    ).toEqual(sia))
  it('say what every Contact ID code becomes when it is new, or an opening', () =>
    expect(
      grouped(cidRows.keys(), (code) => words(classify({ table: 'cid', code, qualifier: 'new' }))),
    ).toEqual(cidAsNew))
  it('say what every Contact ID code becomes with qualifier 3 that ends nothing of its own kind', () => {
    const asRestore = (code: string) => {
      const [asNew, said] = (['new', 'restore'] as const).map((qualifier) =>
        classify({ table: 'cid', code, qualifier }),
      )
      return said === undefined || (said.class === 'restore' && said.kind === asNew?.kind)
        ? null
        : words(said)
    }
    expect(grouped(cidRows.keys(), asRestore)).toEqual(cidAsRestore)
  })
})
