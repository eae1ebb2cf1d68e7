/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-icu-no-facts"

#include "config.h"

#include "vac-icu-facts.h"

/* For programs that ask ICU for everything: what asks it when the program is built, what compares
 * the answers, and what is built for machines that this one cannot run programs of. */
const char vac_icu_facts_text[] = "";
const guint32 vac_icu_facts_places[] = { 0 };
const guint vac_icu_n_facts = 0;
