/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export.h"

G_BEGIN_DECLS

#define VAC_CLI_PROGRAM "vacancy-cli"

/* What a run for one posting needs at most, but for large pictures. */
#define VAC_CLI_HEAP    (8 << 20)

/* Of a thread that works on one of several. */
#define VAC_CLI_THREAD_HEAP (4 << 20)

/* Exit statuses. */
#define VAC_CLI_FINE    0
#define VAC_CLI_PARTLY  1   /* findings, or something could not be done */
#define VAC_CLI_MISUSED 2   /* wrong use, input that cannot be read, or an export not written */

typedef struct _VacVerb VacVerb;

/* What an option takes, or a word that is none. */
typedef enum
{
  VAC_CLI_NOTHING,   /* ends a list */
  VAC_CLI_ANYTHING,
  VAC_CLI_FILE,
  VAC_CLI_FOLDER,
  VAC_CLI_ONE_OF,    /* one of some words */
  VAC_CLI_SOME_OF,   /* some of them, with commas between */
  VAC_CLI_LISTED,    /* what the lines begin with that the verb of this name prints */
  VAC_CLI_LISTED_OR_FILE
} VacCliTakes;

/**
 * VacCliValues:
 * @option: (nullable): the long name of an option; %NULL for a word that is none, in their order,
 *   the last of which may be repeated
 * @takes: what it takes
 * @words: (nullable): the words that @takes is about, with ", " between
 * @list: (nullable): makes @words where they are not known before
 */
typedef struct
{
  const char *option;
  VacCliTakes takes;
  const char *words;
  char     *(*list) (const VacFormats *formats);
} VacCliValues;

/**
 * VacCliSeen:
 * @verb: a verb
 * @entries: its options, ended by %NULL, translatable
 *
 * Is told the options of a verb that does not run.
 */
typedef void (*VacCliSeen) (const VacVerb      *verb,
                            const GOptionEntry *entries,
                            gpointer            user_data);

/**
 * VacVerb:
 * @name: the word on the command line
 * @usage: (translatable): what follows it
 * @summary: (translatable): one line on what it does
 * @details: (translatable) (nullable): what else there is to know
 * @examples: command lines, each indented by two and ended by a line end
 * @formats: (nullable): what --to takes, unless @values says so
 * @values: (nullable): what its options take, and the words that are none, ended by one of which
 *   nothing is said; words are files if it names none
 * @seen: (nullable): instead of running, vac_cli_parse() tells this one the options
 * @seen_data: for @seen
 * @run: does it; @formats are what the program can export, %NULL for a verb that asks for no
 *   export, @arguments the words of the command line
 *   from the verb on, for vac_cli_parse(); returns the exit status
 */
struct _VacVerb
{
  const char *name;
  const char *usage;
  const char *summary;
  const char *details;
  const char *examples;
  const char *const *formats;
  const VacCliValues *values;
  VacCliSeen  seen;
  gpointer    seen_data;
  int       (*run) (const VacVerb    *verb,
                    const VacFormats *formats,
                    char            **arguments);
};

extern const VacVerb vac_cli_check;
extern const VacVerb vac_cli_coverage;
extern const VacVerb vac_cli_diff;
extern const VacVerb vac_cli_export;
extern const VacVerb vac_cli_format;
extern const VacVerb vac_cli_get;
extern const VacVerb vac_cli_guides;
extern const VacVerb vac_cli_history;
extern const VacVerb vac_cli_import;
extern const VacVerb vac_cli_list;
extern const VacVerb vac_cli_measure;
extern const VacVerb vac_cli_merge;
extern const VacVerb vac_cli_new;
extern const VacVerb vac_cli_replace;
extern const VacVerb vac_cli_salary;
extern const VacVerb vac_cli_schema;
extern const VacVerb vac_cli_set;
extern const VacVerb vac_cli_texts;

void vac_cli_prepare (void);
const VacVerb *vac_cli_find_verb (const VacVerb *const *verbs, const char *name);
void    vac_cli_tell   (const char         *format,
                        ...) G_GNUC_PRINTF (1, 2);
void    vac_cli_hold_messages (void);
char   *vac_cli_take_messages (void);
void    vac_cli_tell_error (const char     *name,
                            const GError   *error);
char  **vac_cli_parse  (const VacVerb      *verb,
                        const GOptionEntry *entries,
                        char              **arguments,
                        guint               fewest,
                        guint               most);
int     vac_cli_misuse (const VacVerb      *verb,
                        const char         *format,
                        ...) G_GNUC_PRINTF (2, 3);
void    vac_cli_append_column (GString     *out,
                        const char         *text);
gboolean vac_cli_check_format (const VacVerb *verb,
                        const char         *format);
gboolean vac_cli_check_inputs (const VacVerb *verb,
                        char              **names);

G_END_DECLS
