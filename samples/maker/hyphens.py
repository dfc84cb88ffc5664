"""Where long words may be cut at a line end in the two-column sample."""

from __future__ import annotations

import re

PARTS = (
    "accep-tance assess-ment author-ity clarifi-cation clinical-ly collec-tion com-mence commit-ment "
    "commu-nity confiden-tial con-tract contrac-tor con-trolled decon-tami-nation deliv-ery depart-ment "
    "disin-fec-tion docu-ments emis-sions employ-ment environ-mental equip-ment evalu-ation expe-rience "
    "impor-tant infec-tion infor-mation instruc-tions invi-tation main-tenance man-agement manu-facturer "
    "mat-tress mat-tresses measur-able mini-mum moni-toring orga-nisation partici-pation perfor-mance "
    "pres-sure pro-curement pro-posal pro-vided qual-ity quar-terly ques-tions recom-mended redis-tribution "
    "repla-cement report-ing repre-sentative require-ment require-ments respon-sible sched-ule ser-vice "
    "ser-vices speci-fication stan-dard sub-mitted suc-cessful sup-plier sup-pliers support-ing "
    "sustain-able techni-cal temper-ature tender-ers trans-port treat-ment under-taken vehi-cles well-being work-force"
)
SPLITS = {part.replace("-", ""): part.replace("-", "\u00ad") for part in PARTS.split()}
WORD = re.compile(r"[a-z]+")


def with_soft_hyphens(text: str) -> str:
    """The text with a soft hyphen wherever one of the known words may be cut."""
    return WORD.sub(lambda hit: SPLITS.get(hit[0], hit[0]), text)
