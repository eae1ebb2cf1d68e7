/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "vac-schema.h"

/* How the rows of the schema are written, and what its files share. */

#define ONE_LINE     300
#define LONG_TEXT    20000
#define GREATEST_PAY G_GINT64_CONSTANT (1000000000)

/* What follows the arguments that are named are further members, such as .fold. */
#define END { NULL }
#define FIELD(n, k, r, l, d) \
  .name = n, .kind = VAC_KIND_##k, .role = r, .label = l, .description = d
#define TEXT(n, r, l, d, ...) \
  { FIELD (n, TEXT, r, l, d), .maximum = ONE_LINE, __VA_ARGS__ }
#define SYNTAX(n, r, l, d, s, ...) \
  { FIELD (n, TEXT, r, l, d), .maximum = ONE_LINE, .syntax = s, __VA_ARGS__ }
#define FILLS(n, r, l, d, p, ...) \
  { FIELD (n, TEXT, r, l, d), .maximum = ONE_LINE, .placeholder = p, __VA_ARGS__ }
#define PROSE(n, r, l, d, ...) \
  { FIELD (n, PROSE, r, l, d), .maximum = LONG_TEXT, __VA_ARGS__ }
#define MARKED(n, r, l, d) PROSE (n, r, l, d, .marked = TRUE)
#define INTEGER(n, r, l, d, a, b, ...) \
  { FIELD (n, INTEGER, r, l, d), .minimum = a, .maximum = b, __VA_ARGS__ }
#define MONEY(n, r, l, d, ...) \
  { FIELD (n, MONEY, r, l, d), .maximum = GREATEST_PAY, __VA_ARGS__ }
#define DECIMAL(n, r, l, d, a, b, ...) \
  { FIELD (n, DECIMAL, r, l, d), .minimum = a, .maximum = b, __VA_ARGS__ }
#define DATE(n, r, l, d, ...)      { FIELD (n, DATE, r, l, d), __VA_ARGS__ }
#define CHOICE(n, r, l, d, c, ...) { FIELD (n, CHOICE, r, l, d), .choices = c, __VA_ARGS__ }
#define TOGGLE(n, r, l, d, o)      { FIELD (n, TOGGLE, r, l, d), .on = o }
#define PICTURE(n, r, l, d)         { FIELD (n, PICTURE, r, l, d) }
#define RECORD(n, r, l, d, f, ...) { FIELD (n, RECORD, r, l, d), .fields = f, __VA_ARGS__ }
#define FOLDED_RECORD(n, r, l, d, f) RECORD (n, r, l, d, f, .fold = l)
#define ENTRY(r, l, d, f, a, g) \
  { FIELD (NULL, RECORD, r, l, d), .fields = f, .add = a, .removed = g }
#define LIST(n, r, l, d, e, ...)   { FIELD (n, LIST, r, l, d), .element = e, __VA_ARGS__ }
#define FOLDED_LIST(n, r, l, d, e)   LIST (n, r, l, d, e, .fold = l)

extern const VacChoice vac_schema_periods[];
extern const VacField vac_schema_job_fields[];
extern const VacField vac_schema_salaries_fields[];
